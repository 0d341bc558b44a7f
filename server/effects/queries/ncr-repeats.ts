import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { reportsSince } from './case-reports.ts';
import type { PlantQuery } from './plant-query.ts';

const DAY_MS = 86_400_000;
const WORKFLOW = 'nonconforming-product';

/**
 * How many nonconformities of this product shared a defect in the last `days` days, this one among them.
 *
 * `fpy_days_below` is null: the plant keeps no register of first-pass yield, and a nought would say that all was well.
 */
export const NCR_REPEATS: PlantQuery = {
  id: 'ncr-repeats',
  input: {
    type: 'object',
    properties: {
      product: { type: 'string' },
      defects: { type: 'array', items: { type: 'string' } },
      days: { type: 'integer', minimum: 1, maximum: 366 },
    },
    required: ['product', 'defects', 'days'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { repeats: { type: 'integer' }, fpy_days_below: { type: ['integer', 'null'] } },
    required: ['repeats', 'fpy_days_below'],
  },
  async run(input, { store, clock }) {
    const after = clock.now() - Number(input['days']) * DAY_MS;
    const defects = new Set(input['defects'] as readonly string[]);
    const reports = await reportsSince(store, WORKFLOW, after);
    const repeats = reports.filter(
      (report) => report['product'] === input['product'] && defectsOf(report).some((defect) => defects.has(defect)),
    ).length;
    return { repeats, fpy_days_below: null };
  },
};

function defectsOf(report: JsonObject): readonly string[] {
  const lines = report['defect_lines'];
  return Array.isArray(lines)
    ? (lines as readonly Json[]).map((line) => (isJsonObject(line) ? String(line['defect_code']) : ''))
    : [];
}
