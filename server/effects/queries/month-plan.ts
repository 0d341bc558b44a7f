import type { JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { CHANGED_LINES, changedLines, planned } from './plan-lines.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById, rowsWhere } from './register-rows.ts';

/**
 * The month plan with its revision, and what its totals should be now: hours of each month, added up from the lines of
 * the day plan as it stands. Writing them over that revision says whether another changed it meanwhile.
 */
export const MONTH_PLAN: PlantQuery = {
  id: 'month-plan',
  input: { type: 'object', properties: { lines: CHANGED_LINES }, required: ['lines'], additionalProperties: false },
  output: {
    type: 'object',
    properties: { id: { type: 'string' }, rev: { type: 'integer' }, totals: { type: 'object' } },
    required: ['id', 'rev', 'totals'],
  },
  async run(input, { store }) {
    const [month] = await rowsWhere(store, 'plans', { kind: 'month' });
    if (month === undefined) throw new EffectFailure('record.not_found', 'There is no month plan.', false);
    const [first] = await changedLines(store, input['lines']);
    const id = String(first?.line['plan']);
    const plan = await rowById(store, 'plans', id);
    const lines = await rowsWhere(store, 'plan-lines', { plan: id });
    return { id: String(month['id']), rev: Number(month['rev']), totals: totalsOf(plan, lines) };
  },
};

function totalsOf(plan: JsonObject | undefined, lines: readonly JsonObject[]): JsonObject {
  const totals = new Map<string, number>();
  for (const line of lines) {
    const month = String(planned(plan, line, 'date')).slice(0, 7);
    const hours = Number(planned(plan, line, 'hours') ?? 0);
    totals.set(month, Math.round(((totals.get(month) ?? 0) + hours) * 100) / 100);
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => a.localeCompare(b)));
}
