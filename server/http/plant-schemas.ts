import { PERSON } from './answer-schemas.ts';
import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, PERSON_NAME } from './schemas.ts';

/** What the API answers of the plant itself: ladders, calendars, settings, people and who stands in for them. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const flag: ApiSchema = { type: 'boolean' };
const count: ApiSchema = { type: 'integer', minimum: 0 };
const anything: ApiSchema = {};
const object: ApiSchema = { type: 'object' };

const PART = {
  version: count,
  changed: {
    anyOf: [answerObject({ by: PERSON_NAME, at: MOMENT, reason: text }), { type: 'null' }],
  },
  mayChange: flag,
};
const LEVEL = answerObject(
  {
    id: text,
    after: { type: 'string', description: '`50%` of the time until due, or a duration from opening' },
    atLeast: { type: 'string', description: 'At least this long after the due time' },
    to: { type: 'array', items: text, description: '`assignee`, `supervisor`, `department_head`, or a role' },
    say: { enum: ['reminder', 'overdue', 'escalated'] },
    may: listOf(text),
    every: { type: 'string', description: 'Told again after each such duration' },
  },
  ['atLeast', 'may', 'every'],
);
export const LADDER = answerObject({ id: text, title: text, titles: object, levels: listOf(LEVEL), ...PART });
export const CALENDAR = answerObject({
  id: text,
  title: text,
  titles: object,
  zone: text,
  week: anything,
  holidays: listOf({ type: 'string', format: 'date' }),
  exceptions: object,
  ...PART,
});
export const SETTINGS = answerObject({
  groups: listOf(
    answerObject({
      pointer: text,
      title: text,
      settings: listOf(
        answerObject({
          pointer: text,
          title: text,
          kind: { enum: ['number', 'duration', 'ladder', 'yes-no', 'text', 'list'] },
          value: anything,
          shown: listOf(text),
          editable: flag,
          optional: flag,
          coming: listOf(answerObject({ from: MOMENT, value: anything })),
        }),
      ),
    }),
  ),
  ...PART,
});
export const PLANT_CHANGE = answerObject({
  version: count,
  by: PERSON_NAME,
  at: MOMENT,
  reason: text,
  change: anything,
});
export const STAND_IN = answerObject({
  id: text,
  person: PERSON_NAME,
  standIn: PERSON_NAME,
  fromAt: MOMENT,
  untilAt: MOMENT,
  kind: { enum: ['absence', 'delegation'] },
  note: textOrNull,
  state: { enum: ['running', 'coming', 'ended'] },
  standInAway: flag,
  mayChange: flag,
});
export const PERSON_ROW = answerObject({
  ...(PERSON['properties'] as { readonly [name: string]: ApiSchema }),
  head: flag,
  supervisor: { anyOf: [PERSON_NAME, { type: 'null' }] },
  standIns: listOf(STAND_IN),
  mayChange: flag,
});
