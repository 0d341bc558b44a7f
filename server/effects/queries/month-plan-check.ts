import type { JsonObject } from '../../../engine/model/json.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { completeMonth } from '../planning/complete-month.ts';
import { list, text } from '../planning/operation.ts';
import { openFloorDays } from './floor-days.ts';
import { monthLimits, MONTH_SETTINGS, monthsOf } from './month-limits.ts';
import type { PlantQuery } from './plant-query.ts';
import { planningState } from './planning-rows.ts';

/** Until then a changed quantity counts against the stability of the plan. */
const PROTECTED_DAYS = 10;

/**
 * The planner's lines of the months, completed: net quantities, material, loads of each week and work centre, late lines,
 * materials at risk, and what changed since the revision in force. With the answers of the workshops, by their hours.
 */
export const MONTH_PLAN_CHECK: PlantQuery = {
  id: 'month-plan-check',
  input: {
    type: 'object',
    properties: {
      month: { type: 'string' },
      horizon: { type: 'integer', minimum: 1 },
      lines: { type: 'array' },
      before: { type: 'array' },
      capacity: { type: ['array', 'null'] },
      settings: MONTH_SETTINGS,
    },
    required: ['month', 'horizon', 'lines', 'before', 'settings'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object' } },
      loads: { type: 'array', items: { type: 'object' } },
      over: { type: 'array', items: { type: 'object' } },
      late: { type: 'array', items: { type: 'object' } },
      risks: { type: 'array', items: { type: 'object' } },
      changes: { type: 'array', items: { type: 'object' } },
      totals: { type: 'object' },
      levelling_pct: { type: ['number', 'null'] },
      stability_pct: { type: ['number', 'null'] },
    },
    required: ['lines', 'loads', 'over', 'late', 'risks', 'changes', 'totals'],
  },
  async run(input, parts) {
    const days = openFloorDays(parts);
    const months = monthsOf(input);
    const first = months[0] ?? '';
    const state = await planningState(parts.store);
    const completed = completeMonth(list(input['lines']), {
      ...state,
      plan: `MRP-${first.slice(2, 4)}${first.slice(5)}`,
      inside: new Set(state.workCenters.map((center) => text(center['id']))),
      limits: monthLimits(months, days, { settings: input['settings'], capacity: input['capacity'] }),
      before: list(input['before']),
      protectedUntil: addWorkingDays(days.calendar, days.today, PROTECTED_DAYS),
    });
    return completed as unknown as JsonObject;
  },
};
