import { Cron } from 'croner';

/** A cron expression made ready: five fields, read against the clock on a wall. */
export interface ReadCron {
  readonly kind: 'read';
  /** The first reading of the wall after `local` that the expression names; null if none ever comes. */
  next(local: number): number | null;
}

/** A cron expression that can never fire, and why. */
export interface BrokenCron {
  readonly kind: 'broken';
  readonly message: string;
}

/** Some wall to ask at first. Leap days and weekdays of every combination come within the years that are looked through. */
const SOME_LOCAL = 946_684_800_000;
const FIVE_FIELDS = /^[0-9a-z*,/#-]+( [0-9a-z*,/#-]+){4}$/i;

/**
 * Reads minute, hour, day of the month, month and day of the week. Pure. SC1
 *
 * The library counts in UTC here, on readings of a wall instead of moments: what daylight saving does to a reading is
 * said in one place, `next-nominal.ts`. It is always given a moment, so it asks no clock.
 */
export function readCron(text: string): ReadCron | BrokenCron {
  // `?` would stand for the hour at which the program was started.
  if (!FIVE_FIELDS.test(text)) {
    return {
      kind: 'broken',
      message: `"${text}" is no time of a schedule. Write five fields: minute, hour, day, month and day of the week, such as 0 6 * * 1-5.`,
    };
  }
  try {
    const cron = new Cron(text, { timezone: 'UTC', paused: true, mode: '5-part' });
    const next = (local: number): number | null => cron.nextRun(isoOf(local))?.getTime() ?? null;
    if (next(SOME_LOCAL) === null)
      return { kind: 'broken', message: `"${text}" never comes: no year has such a day. Name a day that exists.` };
    return { kind: 'read', next };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error);
    return { kind: 'broken', message: `"${text}" cannot be read as a time of a schedule: ${why}. Correct it.` };
  }
}

/** The library takes moments as text; a number of milliseconds becomes one without any clock. */
function isoOf(local: number): string {
  const { year, month, day } = civilOf(Math.floor(local / 86_400_000));
  const ms = ((local % 86_400_000) + 86_400_000) % 86_400_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1_000) % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`;
}

/** The date of a day counted from 1970-01-01, after H. Hinnant's `civil_from_days`. */
function civilOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: years + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
