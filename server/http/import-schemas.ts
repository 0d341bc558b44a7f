import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, PAGE_QUERY, PERSON_NAME, requestObject, TEXT } from './schemas.ts';

/** What the API answers of files of rows, and what it takes. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const count: ApiSchema = { type: 'integer', minimum: 0 };
const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });

const PROBLEM = answerObject({ row: count, column: textOrNull, code: text, message: text });
export const IMPORT = answerObject({
  id: text,
  register: text,
  file: text,
  at: MOMENT,
  by: PERSON_NAME,
  state: { enum: ['reading', 'previewed', 'applying', 'applied', 'refused'] },
  rows: { type: ['integer', 'null'], description: 'Rows of the file; null while that is not known' },
  read: count,
  adds: count,
  changes: count,
  same: count,
  badCount: count,
  bad: { type: 'array', items: PROBLEM, description: 'The first 100; all of them in …/rows?kind=bad' },
  written: count,
  left: { type: 'array', items: text, description: 'Rows that others changed in the very moment' },
  refused: orNull(answerObject({ code: text, message: text })),
  appliedBy: orNull(PERSON_NAME),
  reason: textOrNull,
  mayApply: { type: 'boolean' },
});
export const IMPORT_ROWS = answerObject({
  items: listOf(
    answerObject({
      row: count,
      id: textOrNull,
      kind: { enum: ['add', 'change', 'bad'] },
      fields: listOf(answerObject({ field: text, title: text, old: {}, new: {} })),
      problems: listOf(PROBLEM),
    }),
  ),
  refs: { type: 'object', additionalProperties: text },
  next: textOrNull,
});
export const IMPORT_ROWS_QUERY = requestObject({ ...PAGE_QUERY, kind: { enum: ['add', 'change', 'bad'] } }, ['kind']);
export const APPLY_BODY = requestObject({ reason: { ...TEXT(500, 'Why: it stands beside each row'), minLength: 3 } }, [
  'reason',
]);
export const EXPORT_QUERY = requestObject({ format: { enum: ['csv', 'xlsx'] } }, ['format']);
