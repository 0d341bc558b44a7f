import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from '../planning/operation.ts';
import { monthLater, type PlanWeek, weeksOfMonth } from '../planning/plan-weeks.ts';
import type { WeekLimits } from '../planning/week-load.ts';
import type { FloorDays } from './floor-days.ts';

/** The settings of the day plan that months are planned with, too. */
export const MONTH_SETTINGS: JsonObject = { type: 'object', required: ['efficiency', 'shift_net_min', 'shift_starts'] };

/** The months of a plan, the first of them firm. */
export function monthsOf(input: JsonObject): readonly string[] {
  const first = text(input['month']);
  return Array.from({ length: count(input['horizon'], 1) }, (_, ahead) => monthLater(first, ahead));
}

/**
 * What may be planned in the weeks of these months. `capacity` are the answers of the workshops, rows of
 * `{work_center, available_h, absence_h}` for the first month; a work centre that nobody answered for has all its hours.
 */
export function monthLimits(
  months: readonly string[],
  days: FloorDays,
  given: { readonly settings: Json | undefined; readonly capacity: Json | undefined },
): WeekLimits {
  const settings = isJsonObject(given.settings) ? given.settings : {};
  const shifts = Object.keys((settings['shift_starts'] ?? {}) as JsonObject).length;
  const netDayH = (count(settings['shift_net_min']) * shifts) / 60;
  const weeks = months.flatMap((month) => weeksOfMonth(month, days.calendar));
  const hours = workingDays(weeks, months[0]) * netDayH;
  const answers = list(given.capacity).filter((row) => typeof row['available_h'] === 'number');
  return {
    weeks,
    netDayH,
    efficiency: count(settings['efficiency'], 1),
    available: new Map(
      answers.map((row) => [
        `${months[0] ?? ''}/${text(row['work_center'])}`,
        Math.max(0, count(row['available_h']) - count(row['absence_h'])) / Math.max(hours, 1),
      ]),
    ),
  };
}

function workingDays(weeks: readonly PlanWeek[], month: string | undefined): number {
  return weeks.filter((week) => week.month === month).reduce((sum, week) => sum + week.working_days, 0);
}
