/**
 * A civil date as one whole number: days since 1970-01-01 of a calendar without zones.
 * Only a `ZoneClock` turns it into moments; nothing here knows where a plant is.
 */
import { DateTime } from 'luxon';

export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;
export const DAY_MS = 86_400_000;

const DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/;
const UTC = { zone: 'utc' } as const;

/** The day of `YYYY-MM-DD`, or undefined if the text is no date that exists. */
export function parseCivilDay(text: string): number | undefined {
  if (!DATE_TEXT.test(text)) return undefined;
  const date = DateTime.fromISO(text, UTC);
  return date.isValid ? date.toMillis() / DAY_MS : undefined;
}

/** The day as `YYYY-MM-DD`. */
export function civilDayText(day: number): string {
  const text = DateTime.fromMillis(day * DAY_MS, UTC).toISODate();
  if (text === null) throw new Error(`Day ${day} is outside the dates that can be written.`);
  return text;
}

/** The weekday, Monday 0 to Sunday 6: the order of `CalendarFile.week`. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday; the second remainder keeps days before it positive.
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of the month, `months` later; the last day of that month where it does not exist. */
export function addCivilMonths(day: number, months: number): number {
  return (
    DateTime.fromMillis(day * DAY_MS, UTC)
      .plus({ months })
      .toMillis() / DAY_MS
  );
}
