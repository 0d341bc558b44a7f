import type { Accounts } from '../../identity/accounts.ts';
import type { Sessions } from '../../identity/sessions.ts';
import type { Signer } from '../../identity/signer.ts';
import { personView } from '../../services/reader.ts';
import type { Reader } from '../../services/reader.ts';
import type { SessionView } from '../../services/views/session-view.ts';
import type { PlantKeeper } from '../../plant/plant-keeper.ts';
import { SESSION, SIGNING } from '../answer-schemas.ts';
import { readSessionCookie, writeSessionCookie } from '../cookies.ts';
import { readerLanguage } from '../reader-language.ts';
import type { Route } from '../route.ts';
import { requestObject, TEXT } from '../schemas.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly keeper: PlantKeeper;
  readonly signer: Signer;
}

/** Signing in, who one is, signing out. */
export function sessionRoutes({ accounts, sessions, keeper, signer }: Parts): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/session',
      summary: 'Sign in',
      access: 'public',
      body: requestObject({ login: TEXT(200), password: TEXT(1_000) }, ['login', 'password']),
      answer: { status: 200, schema: SESSION },
      async handle({ request, response, body }) {
        const person = await accounts.signIn(String(body['login']), String(body['password']), request.ip ?? '');
        const old = readSessionCookie(request);
        if (old !== undefined) await sessions.close(old);
        const session = await sessions.open(person.id);
        writeSessionCookie(request, response, session.secret);
        return view({ person, plant: keeper.plant(), language: readerLanguage(request, person) }, session.csrfToken);
      },
    },
    {
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in',
      access: 'session',
      answer: { status: 200, schema: SESSION },
      async handle({ request, reader }) {
        const session = await sessions.find(readSessionCookie(request) ?? '');
        return view(reader, session?.csrfToken ?? '');
      },
    },
    {
      method: 'get',
      path: '/api/session/signing',
      summary: 'Whether the next signature of this session asks for the user name too',
      access: 'session',
      answer: { status: 200, schema: SIGNING },
      async handle({ request }) {
        return { both: await signer.asksBoth(readSessionCookie(request) ?? '') };
      },
    },
    {
      method: 'delete',
      path: '/api/session',
      summary: 'Sign out',
      access: 'session',
      answer: { status: 204 },
      async handle({ request, response }) {
        await sessions.close(readSessionCookie(request) ?? '');
        writeSessionCookie(request, response, null);
        return null;
      },
    },
  ];
}

function view(reader: Reader, csrfToken: string): SessionView {
  const { login, language } = reader.person;
  return { person: { ...personView(reader, reader.person), login, language }, csrfToken };
}
