import type { Clock } from '../../../engine/ports/clock.ts';
import type { Notifications } from '../../services/notifications.ts';
import type { PlantFace } from '../../services/plant-face.ts';
import type { Registers } from '../../services/registers.ts';
import { NOTIFICATION, PLANT } from '../answer-schemas.ts';
import { readerLanguage } from '../reader-language.ts';
import type { Route } from '../route.ts';
import { answerObject, ID_PARAM, limitOf, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';

interface Parts {
  readonly face: PlantFace;
  readonly registers: Registers;
  readonly notifications: Notifications;
  readonly clock: Clock;
}

/** The plant: its face to the sign-in page, its lists, and what it told somebody. */
export function plantRoutes({ face, registers, notifications, clock }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/plant',
      summary: 'What the sign-in page may show to anybody',
      access: 'public',
      answer: { status: 200, schema: PLANT },
      handle: async ({ request }) => face.view(readerLanguage(request, undefined)),
    },
    {
      method: 'get',
      path: '/api/registers/:name',
      summary: 'Rows of a list of the plant: customers, products, materials, work-centers',
      access: 'session',
      params: requestObject({ name: TEXT(64) }, ['name']),
      query: requestObject({ ...PAGE_QUERY, q: TEXT(200) }, []),
      answer: { status: 200, schema: pageOf(answerObject({ id: { type: 'string' }, name: { type: 'string' } })) },
      handle: ({ reader, params, query }) =>
        registers.list(reader, params['name'] ?? '', {
          limit: limitOf(query),
          ...(query['q'] === undefined ? {} : { q: query['q'] }),
        }),
    },
    {
      method: 'get',
      path: '/api/notifications',
      summary: 'What you were told, newest first',
      access: 'session',
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(NOTIFICATION) },
      handle: ({ reader, query }) =>
        notifications.list(reader, {
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'post',
      path: '/api/notifications/:id/read',
      summary: 'Mark one as read',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({}, []),
      answer: { status: 200, schema: NOTIFICATION },
      handle: ({ reader, params }) => notifications.read(reader, params['id'] ?? '', clock.now()),
    },
  ];
}
