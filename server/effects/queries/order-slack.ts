import { type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { CalendarFile, Plant } from '../../../engine/model/person.ts';
import { deadlineOf, type FloorTime, forecastFinish, openFloorTime } from '../../../engine/plan/floor-time.ts';
import { compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { workingMsBetween } from '../../../engine/workflow/calendar/working-time.ts';

const FLOOR = 'floor-2shift';
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Floor time at a moment, at the rates that the plant sets: the same by which the orders' board counts. */
export function openOrderTime(plant: Plant, now: number): FloorTime {
  const make = groupOf(plant, 'make');
  const day = groupOf(plant, 'day_plan');
  const shifts = isJsonObject(day['shift_starts']) ? Object.keys(day['shift_starts']).length : 1;
  return openFloorTime(
    compileCalendar(plant.calendars.get(FLOOR) as CalendarFile),
    Math.floor(now / MINUTE_MS) * MINUTE_MS,
    {
      efficiency: Number(day['efficiency']),
      netHoursPerDay: (Number(day['shift_net_min']) * shifts) / 60,
      deadlineTime: String(make['deadline_at']),
    },
  );
}

/** Working hours from the forecast of an order to its deadline, negative if it is late; null for one without a due date. */
export function slackHours(time: FloorTime, order: JsonObject, materialEta: string | null): number | null {
  if (typeof order['due'] !== 'string') return null;
  const finish = forecastFinish(time, {
    start: typeof order['start'] === 'string' ? order['start'] : null,
    materialEta,
    hoursLeft: Number(order['hours_left'] ?? 0),
    subcontractDays: Number(order['subcontract_wd'] ?? 0),
  });
  const slack = workingMsBetween(time.calendar, finish, deadlineOf(time, order['due']));
  return Math.round((slack / HOUR_MS) * 10) / 10;
}

function groupOf({ settings }: Plant, name: string): JsonObject {
  const group = settings[name];
  return isJsonObject(group) ? group : {};
}
