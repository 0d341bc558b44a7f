import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { addAccount } from '../../server/identity/accounts.ts';
import { openAccounts } from '../../server/identity/accounts.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { openSessions } from '../../server/identity/sessions.ts';
import { openSignInBrake } from '../../server/identity/sign-in-brake.ts';
import { openApi, type RunningApi } from '../../server/http/open-api.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import { type DemoPlantUnderTest, openDemoPlant, type PlantChanges } from './open-demo-plant.ts';
import { MONDAY_9 } from './open-test-engine.ts';
import { openMemoryStore } from './memory-store.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into by tests, member by member
  readonly body: any;
}

/** A signed-in program. */
export interface TestPerson {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  upload(name: string, bytes: Uint8Array, type?: string): Promise<Answer>;
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface TestApi extends DemoPlantUnderTest {
  readonly api: RunningApi;
  readonly base: string;
  /** One request as it is, without a session. */
  send(path: string, init?: RequestInit): Promise<Answer>;
  signIn(login: string): Promise<TestPerson>;
  /** Lets the worker do what is due. */
  work(): Promise<void>;
  close(): Promise<void>;
}

let password: Promise<string> | undefined;

/** The product's server on a loopback port, on the demo plant without running cases, with a clock that is moved by hand. */
export async function openTestApi(
  store: Store = openMemoryStore(),
  now = MONDAY_9,
  pageDir: string | null = null,
  changes: PlantChanges = {},
): Promise<TestApi> {
  const under = await openDemoPlant(store, now, changes);
  const { plant, clock } = under;
  password ??= hashPassword('gemba');
  const hashed = await password;
  for (const person of plant.keeper.plant().people.values()) {
    await addAccount(store, person, hashed).catch((error: unknown) => {
      if (!isEngineError(error, 'request.invalid')) throw error;
    });
  }
  const sessions = openSessions(store, clock);
  const accounts = openAccounts({ store, keeper: plant.keeper, brake: openSignInBrake(store, clock) });
  const api = openApi({ plant, sessions, accounts, pageDir });
  const server: Server = createServer(api.app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (path: string, init: RequestInit = {}): Promise<Answer> =>
    answerOf(await fetch(base + path, init));
  return {
    ...under,
    api,
    base,
    send,
    signIn: (login) => signIn(send, login),
    work: async () => void (await plant.worker.drain()),
    async close() {
      plant.changes.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await plant.engine.idle();
      await store.close();
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: response.headers, text, body };
}

async function signIn(send: TestApi['send'], login: string): Promise<TestPerson> {
  const signedIn = await send('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'gemba' }),
  });
  if (signedIn.status !== 200) throw new Error(`${login} could not sign in: ${signedIn.text}`);
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const csrfToken = String(signedIn.body.csrfToken);
  const changing = { cookie, 'x-csrf-token': csrfToken };
  return {
    cookie,
    csrfToken,
    get: (path, headers = {}) => send(path, { headers: { cookie, ...headers } }),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { ...changing, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    put: (path, body) =>
      send(path, {
        method: 'PUT',
        headers: { ...changing, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    delete: (path) => send(path, { method: 'DELETE', headers: changing }),
    upload(name, bytes, type = 'application/octet-stream') {
      const form = new FormData();
      form.append('file', new Blob([bytes as never], { type }), name);
      return send('/api/files', { method: 'POST', headers: changing, body: form });
    },
  };
}

/** The one line of a complete order. */
export const ORDER_LINE = {
  line_no: 1,
  product: 'P-1002',
  drawing_no: 'DWG-1002',
  drawing_rev: 'A',
  qty: 20,
  uom: 'pcs',
  unit_price: 48,
  currency: 'EUR',
  requested_date: '2026-12-11',
};

/** Answers of a complete order, with a file that the person has uploaded. */
export async function orderAnswers(person: TestPerson, changes: JsonObject = {}): Promise<JsonObject> {
  const { samplePdf } = await import('../../server/demo/sample-pdf.ts');
  const file = (await person.upload('PO.pdf', samplePdf('PO'))).body;
  return {
    customer: 'C-03',
    customer_po_no: 'PO-7',
    received_at: '2026-11-20T07:05:00Z',
    order_type: 'mass',
    verbal: false,
    attachments: [file],
    lines: [ORDER_LINE],
    incoterm: 'FCA',
    ship_to: 'Leeds',
    payment_terms: '30 days net',
    differs_from_quote: false,
    ...changes,
  };
}
