import type { CalendarFile } from '../../../engine/model/person.ts';

/** The working hours of a day, as a calendar's file writes them. */
export type Windows = readonly (readonly [string, string])[];

const WINDOW = /^(\d\d?:\d\d(?:\+1)?)\s*[-–—~]\s*(\d\d?:\d\d(?:\+1)?)$/;

/** `08:00–12:00, 13:00–17:00`. */
export function windowsText(windows: Windows): string {
  return windows.map(([from, to]) => `${from}–${to}`).join(', ');
}

/** The windows of such a text; null where it cannot be read. Whether they make sense is asked elsewhere. */
export function readWindows(text: string): Windows | null {
  const parts = text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const found = parts.map((part) => WINDOW.exec(part));
  if (found.includes(null)) return null;
  return found.map((match) => [padded(match?.[1] ?? ''), padded(match?.[2] ?? '')] as const);
}

/** How a day of a calendar is: its windows, and where they come from. */
export interface DayOfCalendar {
  readonly date: string;
  readonly kind: 'week' | 'holiday' | 'own';
  readonly windows: Windows;
}

/** A day of a calendar: a day of its own wins over a holiday, a holiday over the week. */
export function dayOf(file: Pick<CalendarFile, 'week' | 'holidays' | 'exceptions'>, date: string): DayOfCalendar {
  const own = file.exceptions[date];
  if (own !== undefined) return { date, kind: 'own', windows: own };
  if (file.holidays.includes(date)) return { date, kind: 'holiday', windows: [] };
  if (file.week === 'always') return { date, kind: 'week', windows: [['00:00', '24:00']] };
  return { date, kind: 'week', windows: file.week[weekdayOf(date)] ?? [] };
}

/** Monday is 0. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Working hours of the windows, by the clock. */
export function hoursOf(windows: Windows): number {
  return windows.reduce((sum, [from, to]) => sum + (minutesOf(to) - minutesOf(from)), 0) / 60;
}

/** The same calendar with a day as it is to be. */
export function withDay<T extends Pick<CalendarFile, 'holidays' | 'exceptions'>>(file: T, day: DayOfCalendar): T {
  const { [day.date]: _, ...exceptions } = file.exceptions;
  const holidays = file.holidays.filter((date) => date !== day.date);
  if (day.kind === 'own') return { ...file, holidays, exceptions: { ...exceptions, [day.date]: day.windows } };
  return { ...file, exceptions, holidays: day.kind === 'holiday' ? [...holidays, day.date].sort() : holidays };
}

/** The weeks of a month, `YYYY-MM`, Monday first; null for the days of its neighbours. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const dates = Array.from({ length: days }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const cells = [...Array<null>(weekdayOf(`${month}-01`)).fill(null), ...dates];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday] ?? null),
  );
}

/** The month so many months later. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1));
  return date.toISOString().slice(0, 7);
}

function padded(time: string): string {
  return time.length === 4 || /^\d:/.test(time) ? `0${time}` : time;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.slice(0, 5).split(':').map(Number);
  return hours * 60 + minutes + (time.endsWith('+1') ? 1_440 : 0);
}

/** The days of their own, holidays included, in which two calendars differ. */
export function changedDays(
  before: Pick<CalendarFile, 'holidays' | 'exceptions'>,
  after: Pick<CalendarFile, 'holidays' | 'exceptions'>,
): readonly string[] {
  const said = ({ holidays, exceptions }: typeof before) =>
    new Map([
      ...holidays.map((date) => [date, 'holiday'] as const),
      ...Object.entries(exceptions).map(([date, windows]) => [date, windowsText(windows)] as const),
    ]);
  const [was, is] = [said(before), said(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((date) => was.get(date) !== is.get(date)).sort();
}
