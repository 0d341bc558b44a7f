import type { ApiSchema } from './route.ts';
import { listOf, MOMENT, requestObject, TEXT } from './schemas.ts';

/** What a change of the plant looks like when it is sent. Whether it makes sense is the lint's business. */

const REASON: ApiSchema = { ...TEXT(500, 'Why: it stands beside the change'), minLength: 3 };
const VERSION: ApiSchema = {
  type: 'integer',
  minimum: 0,
  description: 'The version that the change rests on; another one is 409 record.conflict',
};
const CHANGE = { version: VERSION, reason: REASON };
const TITLES = requestObject({ en: { ...TEXT(120), minLength: 1 }, es: TEXT(120), 'zh-TW': TEXT(120) }, ['en']);
const DURATION = TEXT(64, 'ISO 8601 in working time: PT30M, P1D@office');

const LEVEL = requestObject(
  {
    id: TEXT(63),
    after: TEXT(64, '50% of the time until due, or a duration from opening'),
    atLeast: DURATION,
    to: { type: 'array', items: TEXT(64), maxItems: 20 },
    say: { enum: ['reminder', 'overdue', 'escalated'] },
    may: { type: 'array', items: { enum: ['reassign'] }, maxItems: 1 },
    every: DURATION,
  },
  ['id', 'after', 'to', 'say'],
);

export const LADDER_BODY = requestObject(
  { titles: TITLES, levels: { type: 'array', items: LEVEL, maxItems: 20 }, ...CHANGE },
  ['titles', 'levels', 'version', 'reason'],
);

const WINDOW: ApiSchema = { type: 'array', items: TEXT(8), minItems: 2, maxItems: 2 };
const WINDOWS: ApiSchema = { type: 'array', items: WINDOW, maxItems: 12 };

export const CALENDAR_BODY = requestObject(
  {
    titles: TITLES,
    zone: TEXT(64, 'An IANA name such as Asia/Taipei'),
    week: {
      anyOf: [{ const: 'always' }, listOf(WINDOWS)],
      description: 'Windows of each day, Monday first: [["08:00", "12:00"]]; "01:30+1" is the next day',
    },
    holidays: { type: 'array', items: TEXT(10), maxItems: 2_000 },
    exceptions: {
      type: 'object',
      additionalProperties: WINDOWS,
      maxProperties: 1_000,
      description: 'Windows of single days; they win over week and holidays',
    },
    ...CHANGE,
  },
  ['titles', 'zone', 'week', 'holidays', 'exceptions', 'version', 'reason'],
);

export const SETTINGS_BODY = requestObject(
  {
    values: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      additionalProperties: { type: ['number', 'string', 'boolean', 'null'] },
      description: 'By JSON pointer: {"/order_review/meeting_above_eur": 60000}',
    },
    from: MOMENT,
    ...CHANGE,
  },
  ['values', 'version', 'reason'],
);
