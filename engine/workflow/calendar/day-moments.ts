import { civilDayText, DAY_MS, MINUTE_MS, parseCivilDay } from './civil-day.ts';
import { type Calendar, WEEK } from './compile-calendar.ts';
import { parseWindowTime } from './day-plan.ts';
import { addWorkingDays } from './working-days.ts';
import { workingMsBetween } from './working-time.ts';

/**
 * The moment at which work begins on a production day; for a date without work, on the next one.
 *
 * Not midnight: the hours after it belong to the day before where a shift reaches over it (CAL5).
 */
export function openingOf(calendar: Calendar, date: string): number {
  const day = civilDayOf(addWorkingDays(calendar, date, 0));
  const first = calendar.windowsOn(day)[0];
  // A day whose only window lies in an hour that the clock skips begins with the next one. CAL9
  return first === undefined ? openingOf(calendar, civilDayText(day + 1)) : first.from;
}

/** The moment at which the wall shows `HH:MM` on a date, or has passed it. CAL9 */
export function momentOn(calendar: Calendar, date: string, time: string): number {
  const minute = parseWindowTime(time);
  if (minute === undefined) throw new Error(`"${time}" is no time of day. Check it before moments are made of it.`);
  return calendar.clock.firstAt(civilDayOf(date) * DAY_MS + minute * MINUTE_MS);
}

/** The working time of a full production day: the longest of the week that begins with this date. */
export function fullDayMs(calendar: Calendar, date: string): number {
  let longest = 0;
  for (let count = 0; count < WEEK; count += 1) {
    const from = openingOf(calendar, addWorkingDays(calendar, date, count));
    const to = openingOf(calendar, addWorkingDays(calendar, date, count + 1));
    longest = Math.max(longest, workingMsBetween(calendar, from, to));
  }
  return longest;
}

/** Working days from one date to another: 0 for the same, negative for the past. Dates without work count as the next. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let days = 0;
  for (let day = civilDayOf(addWorkingDays(calendar, first, 0)); day < civilDayOf(last); day += 1)
    if (calendar.worksOn(day)) days += 1;
  return from <= to ? days : -days;
}

function civilDayOf(date: string): number {
  const day = parseCivilDay(date);
  if (day === undefined) throw new Error(`"${date}" is no date. Check it before days are counted from it.`);
  return day;
}
