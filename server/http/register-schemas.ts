import type { ApiSchema } from './route.ts';
import {
  answerObject,
  listOf,
  MOMENT,
  MOMENT_OR_NULL,
  NAMED,
  PAGE_QUERY,
  PERSON_NAME,
  requestObject,
  TEXT,
} from './schemas.ts';

/** What the API answers of registers, and what it takes. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const count: ApiSchema = { type: 'integer', minimum: 0 };
const object: ApiSchema = { type: 'object' };
const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });

const MAY = answerObject({ write: { type: 'boolean' }, why: textOrNull });
export const REGISTER = answerObject({
  id: text,
  title: text,
  group: NAMED,
  count: answerObject({ count, more: { type: 'boolean' } }),
  may: MAY,
});
export const REGISTER_SCHEMA = answerObject({
  id: text,
  title: text,
  group: NAMED,
  key: text,
  label: text,
  schema: { type: 'object', description: 'JSON Schema of a row, with titles and labels in your language' },
  views: answerObject({
    list: answerObject({ columns: listOf(text), sort: text }),
    search: listOf(text),
    form: answerObject({ groups: listOf(answerObject({ title: text, fields: listOf(text) })) }),
  }),
  may: MAY,
});
const ROW_FIELDS = { id: text, name: text, rev: count, values: object };
const REFS: ApiSchema = {
  type: 'object',
  additionalProperties: text,
  description: 'Names of what the rows name: {"customers/C-03": "…"}',
};
const CASE = { id: text, number: text };
const NEXT: ApiSchema = { type: ['string', 'null'], description: 'The `cursor` of the next page; null at the end' };
export const ROW_PAGE = answerObject({ items: listOf(answerObject(ROW_FIELDS)), refs: REFS, next: NEXT });
export const ROW = answerObject({
  ...ROW_FIELDS,
  refs: REFS,
  usedBy: listOf(answerObject({ register: NAMED, id: text, name: text, field: NAMED })),
  cases: listOf(answerObject({ ...CASE, subject: text })),
  updatedAt: MOMENT_OR_NULL,
  by: orNull(PERSON_NAME),
});
export const ROW_HISTORY = answerObject({
  items: listOf(
    answerObject({
      rev: count,
      at: MOMENT,
      by: orNull(PERSON_NAME),
      reason: textOrNull,
      case: orNull(answerObject(CASE)),
      import: textOrNull,
      kind: { enum: ['created', 'changed', 'removed'] },
      fields: listOf(answerObject({ field: text, title: text, old: {}, new: {} })),
    }),
  ),
  refs: REFS,
  next: NEXT,
});

export const REGISTER_PARAM = requestObject({ name: TEXT(64) }, ['name']);
export const ROW_PARAMS = requestObject({ name: TEXT(64), id: TEXT(128) }, ['name', 'id']);
/** Any other parameter is a field of the register with the value that it must have. */
export const ROWS_QUERY: ApiSchema = {
  type: 'object',
  properties: {
    ...PAGE_QUERY,
    q: TEXT(200, 'Words that must all stand in the searched fields'),
    sort: TEXT(64, 'A field, or -field for the other direction'),
  },
  additionalProperties: TEXT(200),
  maxProperties: 20,
  description: 'Any other parameter is a field with the value that it must have',
};

const REASON: ApiSchema = { ...TEXT(500, 'Why: it stands beside the change'), minLength: 3 };
const VALUES: ApiSchema = {
  type: 'object',
  maxProperties: 200,
  description: 'Fields with their new values; null takes a value away, a field that is not named stays',
};
const REV: ApiSchema = {
  type: 'integer',
  minimum: 1,
  description: 'The revision that was read; another is 409 row.changed',
};
export const ROW_CREATE_BODY = requestObject({ values: VALUES, reason: REASON }, ['values', 'reason']);
export const ROW_CHANGE_BODY = requestObject({ rev: REV, values: VALUES, reason: REASON }, ['rev', 'values', 'reason']);
export const ROW_REMOVE_QUERY = requestObject(
  { rev: { type: 'string', pattern: '^[1-9][0-9]{0,8}$', description: 'The revision that was read' }, reason: REASON },
  ['rev', 'reason'],
);
