import type { Json } from '../../../engine/model/json.ts';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Messages, StoredMessage } from '../../services/messages.ts';
import type { Reader } from '../../services/reader.ts';
import { MESSAGE } from '../answer-schemas.ts';
import type { VainMessageView } from '../../services/views/message-view.ts';
import type { Route } from '../route.ts';
import { limitOf, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';
import { isoOf } from '../../../engine/step/run.ts';

/** Programs sign in as a person of this role; nobody else puts messages for cases they do not see. */
const MAY_SEND = ['system_admin', 'plant_manager'];

/** Messages to cases: kept first, delivered when a case can take them. */
export function messageRoutes({ messages }: { readonly messages: Messages }): readonly Route[] {
  return [
    {
      method: 'post',
      path: '/api/messages',
      summary: 'Tell the case of a business key something; it waits until the case can take it',
      access: 'session',
      body: requestObject(
        {
          id: TEXT(200, 'Unique for this sender; a repeat changes nothing'),
          workflow: TEXT(64),
          key: {
            type: ['string', 'null'],
            maxLength: 300,
            description: 'Null: a signal to every case that can take it now',
          },
          type: TEXT(63),
          data: {},
          waitHours: { type: 'number', minimum: 0, maximum: 8_760 },
        },
        ['id', 'workflow', 'type'],
      ),
      answer: { status: 202, schema: MESSAGE },
      async handle({ reader, body }) {
        refuseOthers(reader);
        const message = await messages.put({
          id: String(body['id']),
          sender: `person:${reader.person.id}`,
          workflow: String(body['workflow']),
          key: typeof body['key'] === 'string' ? body['key'] : null,
          type: String(body['type']),
          data: (body['data'] ?? null) as Json,
          by: reader.person.id,
          ...(typeof body['waitHours'] === 'number' ? { ttlMs: body['waitHours'] * 3_600_000 } : {}),
        });
        await messages.deliver();
        return viewOf(message);
      },
    },
    {
      method: 'get',
      path: '/api/messages',
      summary: 'Messages that waited in vain, newest last',
      access: 'session',
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(MESSAGE) },
      async handle({ reader, query }) {
        refuseOthers(reader);
        return { items: (await messages.list('expired', limitOf(query))).map(viewOf), next: null };
      },
    },
    {
      method: 'post',
      path: '/api/messages/:id/retry',
      summary: 'Let a message that waited in vain wait once more',
      access: 'session',
      // The name of the sender and their own id, which may be long.
      params: requestObject({ id: TEXT(400) }, ['id']),
      body: requestObject({}, []),
      answer: { status: 200, schema: MESSAGE },
      async handle({ reader, params }) {
        refuseOthers(reader);
        const message = await messages.retry(params['id'] ?? '');
        await messages.deliver();
        return viewOf(message);
      },
    },
  ];
}

function refuseOthers(reader: Reader): void {
  if (reader.person.roles.some((role) => MAY_SEND.includes(role))) return;
  throw new EngineError('permission.denied', 'Only administrators and the plant manager send messages to cases.', {
    params: { reason: 'role' },
  });
}

function viewOf({ id, sender, workflow, key, type, state, createdAt, untilAt }: StoredMessage): VainMessageView {
  const name = `${sender}:${id}`;
  return { id: name, workflow, key, type, state, createdAt: isoOf(createdAt), untilAt: isoOf(untilAt) };
}
