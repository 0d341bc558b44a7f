import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { completeDay } from '../planning/complete-day.ts';
import { hoursLater, shiftBegin } from '../planning/day-times.ts';
import { count, list } from '../planning/operation.ts';
import { DAY_SETTINGS } from './day-plan-draft.ts';
import { openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { planningState } from './planning-rows.ts';

/**
 * The planner's lines of a day, completed: number, product, work order, standard hours, begin and end, kit; the load of
 * each work centre and shift; lines that the plan in force has and this one drops; the work orders that are needed.
 */
export const DAY_PLAN_CHECK: PlantQuery = {
  id: 'day-plan-check',
  input: {
    type: 'object',
    properties: { day: { type: 'string' }, lines: { type: 'array' }, settings: DAY_SETTINGS },
    required: ['day', 'lines', 'settings'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object' } },
      loads: { type: 'array', items: { type: 'object' } },
      over: { type: 'array', items: { type: 'object' } },
      dropped: { type: 'array', items: { type: 'object' } },
      work_orders: { type: 'array', items: { type: 'object' } },
    },
    required: ['lines', 'loads', 'over', 'dropped', 'work_orders'],
  },
  async run(input, parts) {
    const day = String(input['day']);
    const settings = isJsonObject(input['settings']) ? input['settings'] : {};
    const { calendar, zone } = openFloorDays(parts);
    const starts = settings['shift_starts'] as JsonObject;
    const { lines, loads, dropped, workOrders } = completeDay(list(input['lines']), {
      ...(await planningState(parts.store)),
      day,
      plan: `DP-${day.replaceAll('-', '')}`,
      limits: { netMin: count(settings['shift_net_min']), efficiency: count(settings['efficiency']) },
      beginOf: (shift) => shiftBegin(day, shift, { zone, starts }),
      later: (moment, hours) => hoursLater(calendar, moment, hours),
    });
    return {
      lines,
      loads,
      over: loads.filter(({ pct }) => pct > count(settings['warn_pct'], 100)),
      dropped,
      work_orders: workOrders,
    } as unknown as JsonObject;
  },
};
