import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { mergeReadiness } from '../planning/merge-readiness.ts';
import type { Computation } from './computation.ts';

const ROWS: JsonObject = { type: 'array', items: { type: 'object' } };
const ANSWER: JsonObject = { type: ['array', 'null'], items: { type: 'object' } };

/**
 * The readiness of a day's lines from the answers of the departments, and the shortages that are to be reported. What
 * counts as an answer stands in `mergeReadiness`.
 */
export const DAY_READINESS: Computation = {
  id: 'day-readiness',
  input: {
    type: 'object',
    properties: {
      lines: ROWS,
      asked: ROWS,
      answers: {
        type: 'object',
        properties: { man: ANSWER, machine: ANSWER, material: ANSWER, method: ANSWER, measure: ANSWER },
        additionalProperties: false,
      },
      started: { type: ['array', 'null'], items: { type: 'string' } },
    },
    required: ['lines', 'asked', 'answers'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      lines: ROWS,
      reds: ROWS,
      missing: { type: 'array', items: { type: 'string' } },
      to_start: ROWS,
      started: { type: 'array', items: { type: 'string' } },
    },
    required: ['lines', 'reds', 'missing', 'to_start', 'started'],
  },
  compute(input): Json {
    const answers = Object.entries(input['answers'] as JsonObject).filter(([, rows]) => Array.isArray(rows));
    const merged = mergeReadiness(input['lines'] as readonly JsonObject[], {
      asked: input['asked'] as readonly JsonObject[],
      answers: Object.fromEntries(answers) as { readonly [kind: string]: readonly JsonObject[] },
      started: (input['started'] ?? []) as readonly string[],
    });
    return { ...merged };
  },
};
