import type { MailDesk } from '../../mail/mail-desk.ts';
import type { ApiSchema, Route } from '../route.ts';
import {
  answerObject,
  limitOf,
  listOf,
  MOMENT,
  MOMENT_OR_NULL,
  PAGE_QUERY,
  PERSON_NAME,
  pageOf,
  requestObject,
  TEXT,
} from '../schemas.ts';

const flag: ApiSchema = { type: 'boolean' };
const text: ApiSchema = { type: 'string' };
const CHOICE = answerObject({
  sends: flag,
  address: { type: ['string', 'null'] },
  immediate: flag,
  digest: flag,
  digestAt: text,
});
const STATES = ['waiting', 'sent', 'failed'] as const;
const MAIL = answerObject({
  id: text,
  person: PERSON_NAME,
  kind: { enum: ['immediate', 'digest'] },
  state: { enum: STATES },
  titles: listOf(text),
  at: MOMENT,
  dueAt: MOMENT_OR_NULL,
  sentAt: MOMENT_OR_NULL,
  attempts: { type: 'integer' },
  problem: { anyOf: [answerObject({ code: text, message: text }), { type: 'null' }] },
});

/** Which mails one gets, and those that could not be sent. */
export function mailRoutes({ desk }: { readonly desk: MailDesk }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/mail',
      summary: 'Which mails you get',
      access: 'session',
      answer: { status: 200, schema: CHOICE },
      handle: ({ reader }) => desk.choice(reader),
    },
    {
      method: 'post',
      path: '/api/me/mail',
      summary: 'Choose which mails you get',
      access: 'session',
      body: requestObject({ immediate: flag, digest: flag }, ['immediate', 'digest']),
      answer: { status: 200, schema: CHOICE },
      handle: ({ reader, body }) =>
        desk.choose(reader, { immediate: body['immediate'] === true, digest: body['digest'] === true }),
    },
    {
      method: 'get',
      path: '/api/mails',
      summary: 'Mails by their state, for system administrators; the failed ones if none is named',
      access: 'session',
      query: requestObject({ ...PAGE_QUERY, state: { enum: STATES } }, []),
      answer: { status: 200, schema: pageOf(MAIL) },
      handle: ({ reader, query }) =>
        desk.list(reader, {
          state: STATES.find((state) => state === query['state']) ?? 'failed',
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'post',
      path: '/api/mails/:id/retry',
      summary: 'Send a failed mail again',
      access: 'session',
      params: requestObject({ id: TEXT(400) }, ['id']),
      body: requestObject({}, []),
      answer: { status: 200, schema: MAIL },
      handle: ({ reader, params }) => desk.retry(reader, params['id'] ?? ''),
    },
  ];
}
