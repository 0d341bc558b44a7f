import { civilDayText, parseCivilDay } from './civil-day.ts';
import { type Calendar, HORIZON_DAYS } from './compile-calendar.ts';
import { beyondHorizon, windowsFrom } from './walk-windows.ts';
import { openOrNextWindow } from './working-time.ts';

/**
 * The working day that lies `count` working days after a local date, before it for a negative count. CAL14
 *
 * Zero is the date itself if it is a working day, else the next one: the answer always is a working day. A text that is
 * no date is a bug of the caller. Throws `expression.failed` beyond ten years. CAL11
 */
export function addWorkingDays(calendar: Calendar, date: string, count: number): string {
  const day = parseCivilDay(date);
  if (day === undefined) throw new Error(`"${date}" is no date. Check it before days are counted from it.`);
  const first = count === 0 && !calendar.worksOn(day) ? 1 : count;
  return civilDayText(shiftWorkingDays(calendar, day, first));
}

/**
 * The production day at a moment, as a local date: the day whose window is open, or closes at this moment; outside
 * working time the day of the next opening. CAL5
 */
export function productionDateAt(calendar: Calendar, at: number): string {
  return civilDayText(productionDayAt(calendar, at));
}

/** @internal The production day as a civil day. Where one window closes as the next opens, it is the one that opens. */
export function productionDayAt(calendar: Calendar, at: number): number {
  const window = openOrNextWindow(calendar, at);
  return window.from <= at ? window.day : windowsFrom(calendar, at).next().value.day;
}

/** @internal The civil day `count` working days later; the day itself for zero. */
export function shiftWorkingDays(calendar: Calendar, fromDay: number, count: number): number {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let day = fromDay;
  while (left > 0) {
    day += step;
    if (Math.abs(day - fromDay) > HORIZON_DAYS) throw beyondHorizon(calendar);
    if (calendar.worksOn(day)) left -= 1;
  }
  return day;
}
