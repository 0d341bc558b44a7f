import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { type DayTimes, dayTimes } from '../planning/day-times.ts';
import { draftDay } from '../planning/draft-day.ts';
import { count, openOperations } from '../planning/operation.ts';
import { limitHours } from '../planning/shift-load.ts';
import { openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { lastRevision, planningState, workshopsOf } from './planning-rows.ts';

/** The settings of the day plan, as workflows hand them in. */
export const DAY_SETTINGS: JsonObject = { type: 'object', required: ['efficiency', 'shift_net_min', 'shift_starts'] };

/**
 * The draft of a day's plan, made `frozen_days` working days before: lines from what stands, what was left undone and the
 * backlog; the operations that may be planned, with their times; the fixed lines of the days before; and the moments by
 * which each step is due. Fails with `plan.no_working_day` for a day on which nobody works.
 */
export const DAY_PLAN_DRAFT: PlantQuery = {
  id: 'day-plan-draft',
  input: {
    type: 'object',
    properties: { day: { type: 'string' }, settings: DAY_SETTINGS },
    required: ['day', 'settings'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      today: { type: 'string' },
      window: { type: 'array', items: { type: 'string' } },
      revision: { type: 'integer' },
      lines: { type: 'array', items: { type: 'object' } },
      fixed: { type: 'array', items: { type: 'object' } },
      operations: { type: 'array', items: { type: 'object' } },
      workshops: { type: 'array', items: { type: 'string' } },
      limit_h: { type: 'number' },
      block_h: { type: 'number' },
    },
    required: ['lines', 'operations', 'issue_at', 'limit_h', 'block_h', 'revision'],
  },
  async run(input, parts) {
    const day = String(input['day']);
    const settings = isJsonObject(input['settings']) ? input['settings'] : {};
    const floor = openFloorDays(parts);
    const times = timesOf(day, dayTimes(day, floor, settings));
    const state = await planningState(parts.store);
    const operations = openOperations(state);
    const limits = { netMin: count(settings['shift_net_min']), efficiency: count(settings['efficiency']) };
    const shifts = Object.keys(settings['shift_starts'] as JsonObject);
    const lines = draftDay({ day, today: times.today, lines: state.standing, operations, shifts, limits });
    return {
      ...times,
      day,
      revision: lastRevision(state.plans, `DP-${day.replaceAll('-', '')}-R`) + 1,
      lines: lines.map((line) => ({ ...line })),
      fixed: state.standing.filter((line) => line['date'] !== day && times.window.includes(String(line['date']))),
      operations: operations.map((operation) => ({ ...operation })),
      workshops: workshopsOf(state.workCenters, parts.keeper.plant().departments),
      limit_h: limitHours(limits),
      block_h: Math.round(limitHours(limits) * count(settings['block_pct'], 100)) / 100,
    } as unknown as JsonObject;
  },
};

function timesOf(day: string, times: DayTimes | undefined): DayTimes {
  if (times === undefined)
    throw new EffectFailure('plan.no_working_day', `Nobody works on ${day}. Choose a working day.`, false);
  return times;
}
