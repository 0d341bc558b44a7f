import { FIELD, INSTANCE_ROW } from './answer-schemas.ts';
import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT_OR_NULL, PERSON_NAME } from './schemas.ts';

/** What the API answers of a lot. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const numberOrNull: ApiSchema = { type: ['number', 'null'] };
const flag: ApiSchema = { type: 'boolean' };
const STATUS = answerObject({ value: text, title: text });
const CASE = answerObject({ id: text, number: text });
const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });

/** A node of a tree; what lies behind it in `next` has the same shape. */
const NODE = answerObject({
  kind: { enum: ['lot', 'shipment'] },
  id: text,
  product: textOrNull,
  status: orNull(STATUS),
  qty: numberOrNull,
  next: listOf({ type: 'object' }),
  cut: flag,
});

export const LOT = answerObject({
  lot: answerObject({
    id: text,
    product: orNull(answerObject({ id: text, name: text })),
    qty: numberOrNull,
    status: STATUS,
    usable: flag,
    facts: listOf(FIELD),
  }),
  holds: listOf(
    answerObject({ number: text, case: orNull(CASE), by: orNull(PERSON_NAME), why: textOrNull, at: MOMENT_OR_NULL }),
  ),
  parents: listOf(NODE),
  children: listOf(NODE),
  cut: flag,
  cases: listOf(INSTANCE_ROW),
});
