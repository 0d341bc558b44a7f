import { listAll } from '../../services/list-all.ts';
import { seenRow } from '../../registers/row.ts';
import type { PlantQuery } from './plant-query.ts';

const DAY_MS = 86_400_000;
const REGISTER = 'nonconformities';
/** What turned out to conform, or was taken back, repeats nothing. */
const COUNTED = new Set<unknown>(['open', 'closed']);

/**
 * How many nonconformities of the register had this product and one of these defects in the last `days` days, the one that
 * asks among them.
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
    const defects = new Set<unknown>(input['defects'] as readonly string[]);
    const rows = (await listAll(store, REGISTER)).map(seenRow);
    const repeats = rows.filter(
      (row) =>
        row['product'] === input['product'] &&
        COUNTED.has(row['status']) &&
        Date.parse(String(row['opened_at'])) >= after &&
        Array.isArray(row['defects']) &&
        row['defects'].some((defect: unknown) => defects.has(defect)),
    ).length;
    return { repeats, fpy_days_below: null };
  },
};
