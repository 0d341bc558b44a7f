import { DateTime } from 'luxon';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { Calendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { addWorkingMs } from '../../../engine/workflow/calendar/working-time.ts';
import { count, text } from './operation.ts';

const HOUR_MS = 3_600_000;
/** The evening shift of a production day has ended by then, whatever it is. */
const END_OF_DAY = '08:00';

/** Where and how days are counted. */
export interface FloorTime {
  readonly calendar: Calendar;
  readonly zone: string;
}

/** The days of a T+2 plan and the moments of the day on which it is made, as ISO texts in UTC. */
export interface DayTimes {
  /** T, on which the plan is made. */
  readonly today: string;
  /** T … T+2, all of them working days. */
  readonly window: readonly string[];
  readonly adjust_at: string;
  readonly readiness_at: string;
  readonly issue_at: string;
  /** T+1 at the hour of the kit check. */
  readonly kit_check_at: string;
  /** When the planned day has ended. */
  readonly ends_at: string;
}

/** The plan of a day is made `frozen_days` working days before; undefined if nobody works on that day. */
export function dayTimes(day: string, time: FloorTime, settings: JsonObject): DayTimes | undefined {
  const days = count(settings['frozen_days'], 2);
  if (addWorkingDays(time.calendar, day, 0) !== day) return undefined;
  const today = addWorkingDays(time.calendar, day, -days);
  const window = Array.from({ length: days + 1 }, (_, ahead) => addWorkingDays(time.calendar, today, ahead));
  const at = (date: string, wall: string): string => momentOf(date, wall, time.zone);
  return {
    today,
    window,
    adjust_at: at(today, text(settings['adjust_by'])),
    readiness_at: at(today, text(settings['readiness_by'])),
    issue_at: at(today, text(settings['issue_by'])),
    kit_check_at: at(window.at(-2) ?? today, text(settings['kit_check_at'])),
    ends_at: at(addCalendarDay(day), END_OF_DAY),
  };
}

/** When a shift of a day begins, by the settings. */
export function shiftBegin(day: string, shift: string, { zone, starts }: { zone: string; starts: JsonObject }): string {
  return momentOf(day, text(starts[shift]) || END_OF_DAY, zone);
}

/** A moment some working hours later on the floor. */
export function hoursLater(calendar: Calendar, moment: string, hours: number): string {
  const at = addWorkingMs(calendar, DateTime.fromISO(moment).toMillis(), Math.round(hours * HOUR_MS));
  return DateTime.fromMillis(at, { zone: 'utc' }).toISO() ?? moment;
}

function momentOf(date: string, wall: string, zone: string): string {
  return DateTime.fromISO(`${date}T${wall}`, { zone }).toUTC().toISO() ?? '';
}

function addCalendarDay(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? date;
}
