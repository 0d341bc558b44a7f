import type { JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { CHANGED_LINES } from './plan-lines.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowsWhere } from './register-rows.ts';

/** Words of a plan that is not in force any more. */
const PAST: readonly unknown[] = ['superseded', 'closed'];

/**
 * The month plan in force with its revision, and what its totals should be now: hours of each month, added up from the
 * lines of the day plans as they stand. Writing them over that revision says whether another changed it meanwhile.
 */
export const MONTH_PLAN: PlantQuery = {
  id: 'month-plan',
  input: { type: 'object', properties: { lines: CHANGED_LINES }, additionalProperties: false },
  output: {
    type: 'object',
    properties: { id: { type: 'string' }, rev: { type: 'integer' }, totals: { type: 'object' } },
    required: ['id', 'rev', 'totals'],
  },
  async run(_input, { store }) {
    const months = await rowsWhere(store, 'plans', { kind: 'month' });
    const month = months.findLast((plan) => !PAST.includes(plan['status']));
    if (month === undefined) throw new EffectFailure('record.not_found', 'There is no month plan.', false);
    const lines = await rowsWhere(store, 'plan-lines', {});
    return { id: String(month['id']), rev: Number(month['rev']), totals: totalsOf(lines) };
  },
};

function totalsOf(lines: readonly JsonObject[]): JsonObject {
  const totals = new Map<string, number>();
  for (const line of lines.filter(({ status }) => status !== 'cancelled')) {
    const month = String(line['date']).slice(0, 7);
    const hours = Number(line['hours'] ?? 0);
    totals.set(month, Math.round(((totals.get(month) ?? 0) + hours) * 100) / 100);
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => a.localeCompare(b)));
}
