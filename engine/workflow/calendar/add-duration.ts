import { addCivilMonths, DAY_MS } from './civil-day.ts';
import { type Calendar, HORIZON_DAYS } from './compile-calendar.ts';
import type { Duration } from './duration.ts';
import { beyondHorizon, civilDayAt } from './walk-windows.ts';
import { productionDayAt, shiftWorkingDays } from './working-days.ts';
import { addWorkingMs, moveIntoWorkingTime } from './working-time.ts';

/**
 * The moment a duration after `startAt`, counted on the calendar: when a task is due, when a timer fires.
 *
 * Largest part first: months and years, weeks, working days, working time (CAL7). The answer is a moment at which the
 * calendar is open or just closes (CAL3). The calendar that the duration names has been chosen by the caller.
 * Throws `expression.failed` for a moment more than ten years away. CAL11
 */
export function addDuration(calendar: Calendar, startAt: number, duration: Duration): number {
  const { months, weeks, days, ms } = duration;
  const civilAt = months === 0 && weeks === 0 ? startAt : addCivil(calendar, startAt, duration);
  const dayAt = days === 0 ? civilAt : addDays(calendar, civilAt, days);
  const endAt = addWorkingMs(calendar, dayAt, ms);
  if (endAt - startAt > HORIZON_DAYS * DAY_MS) throw beyondHorizon(calendar);
  return endAt;
}

/** The same time of day on the same day of the month or the week, moved forward into working time. CAL6 */
function addCivil(calendar: Calendar, startAt: number, { months, weeks }: Duration): number {
  const day = civilDayAt(calendar, startAt);
  return atSameTime(calendar, startAt, addCivilMonths(day, months) + weeks * 7 - day);
}

/**
 * The same time of day on a later working day, moved forward into working time. CAL4
 *
 * The count begins in working time: from a Saturday, one working day later is not Monday but Tuesday at opening. It
 * goes by production day, so half past midnight of Friday's late shift leads to half past midnight of Monday's. CAL5
 */
function addDays(calendar: Calendar, at: number, days: number): number {
  const startAt = moveIntoWorkingTime(calendar, at);
  const day = productionDayAt(calendar, startAt);
  return atSameTime(calendar, startAt, shiftWorkingDays(calendar, day, days) - day);
}

/** The same time of day `civilDays` later, as the wall shows it. CAL9 */
function atSameTime(calendar: Calendar, startAt: number, civilDays: number): number {
  const local = calendar.clock.localOf(startAt) + civilDays * DAY_MS;
  return moveIntoWorkingTime(calendar, calendar.clock.firstAt(local));
}
