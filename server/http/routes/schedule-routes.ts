import type { Schedules } from '../../schedules/schedules.ts';
import type { ApiSchema, Route } from '../route.ts';
import {
  answerObject,
  ID_PARAM,
  limitOf,
  listOf,
  MOMENT,
  MOMENT_OR_NULL,
  NAMED,
  PAGE_QUERY,
  PERSON_NAME,
  pageOf,
  requestObject,
} from '../schemas.ts';

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });

const FIRING = answerObject({
  nominalAt: MOMENT,
  actualAt: MOMENT_OR_NULL,
  state: { enum: ['open', 'started', 'skipped', 'refused'] },
  reason: {
    type: ['string', 'null'],
    enum: ['caught_up', 'missed', 'newer', 'calendar', 'too_many', 'refused', null],
    description: 'Why it was late, or started nothing',
  },
  why: { type: ['string', 'null'], description: 'The same as a sentence' },
  instance: orNull(answerObject({ id: text, number: text })),
});
const SCHEDULE = answerObject({
  id: text,
  workflow: NAMED,
  name: text,
  cron: { type: 'string', description: 'Minute, hour, day of the month, month, day of the week' },
  zone: text,
  when: textOrNull,
  catchUp: { enum: ['none', 'last', 'all'] },
  by: text,
  nextAt: MOMENT_OR_NULL,
  comingAt: listOf(MOMENT),
  paused: orNull(answerObject({ by: PERSON_NAME, at: MOMENT })),
  mayPause: { type: 'boolean' },
  last: orNull(FIRING),
});

/** When procedures start by themselves, and when they did. */
export function scheduleRoutes({ schedules }: { readonly schedules: Schedules }): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/schedules',
      summary: 'The schedules of the procedures in force, with their next times',
      access: 'session',
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(SCHEDULE) },
      handle: ({ reader }) => schedules.list(reader),
    },
    {
      method: 'get',
      path: '/api/schedules/:id/firings',
      summary: 'When it should have fired, when it did, and why late or not at all; newest first',
      access: 'session',
      params: ID_PARAM,
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(FIRING) },
      handle: ({ reader, params, query }) =>
        schedules.firings(reader, params['id'] ?? '', {
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    ...(['pause', 'resume'] as const).map(
      (act): Route => ({
        method: 'post',
        path: `/api/schedules/:id/${act}`,
        summary: act === 'pause' ? 'Start nothing until it is resumed' : 'Start again, from now on',
        access: 'session',
        params: ID_PARAM,
        body: requestObject({}, []),
        answer: { status: 200, schema: SCHEDULE },
        handle: ({ reader, params }) => schedules[act](reader, params['id'] ?? ''),
      }),
    ),
  ];
}
