import type { ApiSchema } from './route.ts';
import { answerObject, listOf, MOMENT, MOMENT_OR_NULL, NAMED, pageOf } from './schemas.ts';

/** What the API answers of orders and their plan. */

const text: ApiSchema = { type: 'string' };
const textOrNull: ApiSchema = { type: ['string', 'null'] };
const flag: ApiSchema = { type: 'boolean' };
const number: ApiSchema = { type: 'number' };
const numberOrNull: ApiSchema = { type: ['number', 'null'] };
const count: ApiSchema = { type: 'integer', minimum: 0 };
const date: ApiSchema = { type: 'string', format: 'date' };
const dateOrNull: ApiSchema = { type: ['string', 'null'], format: 'date' };
const light: ApiSchema = { enum: ['green', 'amber', 'red'] };
const zone: ApiSchema = { enum: ['frozen', 'slushy', 'liquid'] };
const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });

const ROW = answerObject({
  rank: count,
  order: text,
  customer: NAMED,
  product: NAMED,
  qty: number,
  good: number,
  scrap: number,
  productionHours: number,
  progress: count,
  deadline: MOMENT_OR_NULL,
  due: dateOrNull,
  late: flag,
  material: answerObject({
    status: { enum: ['no_recipe', 'in_stock', 'expected', 'not_available', 'processed'] },
    title: text,
    kitPct: { type: ['integer', 'null'] },
    short: listOf(answerObject({ item: text, name: text, qty: number, uom: textOrNull, eta: dateOrNull })),
  }),
  productionStatus: {
    enum: ['order_review', 'not_started', 'work_in_progress', 'partially_complete', 'blocked', 'done'],
  },
  productionTitle: text,
  rag: answerObject({
    color: { enum: ['red', 'amber', 'green', 'in_review', 'done'] },
    title: text,
    reasons: { ...listOf(text), minItems: 1, description: 'Why, in sentences; the weightiest first' },
  }),
  forecastFinishAt: MOMENT_OR_NULL,
  slack: { ...numberOrNull, description: 'Working days from the forecast to the deadline' },
  cases: listOf(answerObject({ id: text, number: text, workflow: text, state: text })),
  next: orNull(answerObject({ title: text, who: text, task: textOrNull })),
});

export const MAKE: ApiSchema = {
  ...pageOf(ROW),
  properties: {
    ...(pageOf(ROW)['properties'] as { readonly [name: string]: ApiSchema }),
    at: MOMENT,
    counts: answerObject({ red: count, amber: count, green: count, in_review: count, done: count }),
    filters: answerObject({ customers: listOf(NAMED), workshops: listOf(NAMED), weeks: listOf(text) }),
  },
  required: ['items', 'next', 'at', 'counts', 'filters'],
};

const ATTAINMENT = orNull(answerObject({ planned: number, good: number, pct: number, band: light }));
const LINE = answerObject({
  id: text,
  seq: count,
  order: text,
  product: NAMED,
  op: { type: ['integer', 'null'] },
  qty: number,
  done: numberOrNull,
  hours: number,
  who: text,
  kit: { enum: ['complete', 'partial', 'missing', null] },
  readiness: { enum: ['green', 'amber', 'red', null] },
  note: textOrNull,
});

export const PLAN = answerObject({
  today: date,
  before: date,
  after: date,
  days: listOf(
    answerObject({
      date,
      offset: { type: 'integer', description: 'Working days from today' },
      zone,
      plan: textOrNull,
      attainment: ATTAINMENT,
      shifts: listOf(
        answerObject({
          workCenter: NAMED,
          shift: text,
          hours: number,
          limit: number,
          loadPct: count,
          load: light,
          lines: listOf(LINE),
        }),
      ),
    }),
  ),
  past: listOf(answerObject({ date, attainment: ATTAINMENT })),
  month: orNull(
    answerObject({
      plan: text,
      weeks: listOf(answerObject({ id: text, from: date, zone })),
      rows: listOf(answerObject({ product: NAMED, total: number, qty: listOf(number) })),
    }),
  ),
  mayChange: flag,
});
