import type { CalendarFile } from '../../model/person.ts';
import { DAY_MINUTES, parseCivilDay, weekdayOf } from './civil-day.ts';

/** A window in minutes from midnight of the day it belongs to; more than 1440 is the next day. CAL5 */
export interface PlannedWindow {
  readonly from: number;
  readonly to: number;
}

/** The windows that a civil day is to have, in order; none for a day without work. */
export type DayPlan = (day: number) => readonly PlannedWindow[];

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)(\+1)?|24:00)$/;
const NO_WORK: readonly PlannedWindow[] = [];
const WHOLE_DAY: readonly PlannedWindow[] = [{ from: 0, to: DAY_MINUTES }];

/** Minutes of `08:00`, of `01:30+1` (the next day) or of `24:00`; undefined for any other text. */
export function parseWindowTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, nextDay] = match;
  if (hours === undefined || minutes === undefined) return DAY_MINUTES;
  return Number(hours) * 60 + Number(minutes) + (nextDay === undefined ? 0 : DAY_MINUTES);
}

/**
 * Says the windows of each day: an exception wins over a holiday, a holiday over the week. CAL10
 *
 * The file has passed its lint; text that cannot be read is a bug here.
 */
export function planDays(file: CalendarFile): DayPlan {
  if (file.week === 'always') return () => WHOLE_DAY; // CAL8
  const week = file.week.map(readWindows);
  const special = new Map<number, readonly PlannedWindow[]>();
  for (const date of file.holidays) special.set(readDay(date), NO_WORK);
  // After the holidays: a make-up day on a holiday is a working day.
  for (const [date, windows] of Object.entries(file.exceptions)) special.set(readDay(date), readWindows(windows));
  return (day) => special.get(day) ?? week[weekdayOf(day)] ?? NO_WORK;
}

function readWindows(windows: readonly (readonly [string, string])[]): readonly PlannedWindow[] {
  return windows.map(([from, to]) => ({ from: readTime(from), to: readTime(to) }));
}

function readTime(text: string): number {
  const minute = parseWindowTime(text);
  if (minute === undefined) throw new Error(`"${text}" is no time of a window. Lint the calendar before it is used.`);
  return minute;
}

function readDay(text: string): number {
  const day = parseCivilDay(text);
  if (day === undefined) throw new Error(`"${text}" is no date. Lint the calendar before it is used.`);
  return day;
}
