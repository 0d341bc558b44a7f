import type { Problem } from '../../model/problem.ts';
import { DAY_MS } from './civil-day.ts';

/** An amount of time as it is written: each part keeps its own meaning until it is counted on a calendar. */
export interface Duration {
  /** Civil months; a year is twelve. */
  readonly months: number;
  /** Civil weeks. */
  readonly weeks: number;
  /** Working days of the calendar. */
  readonly days: number;
  /** Working time of the calendar, from hours, minutes and seconds. */
  readonly ms: number;
  /** The calendar named after `@`, or null: the one of the workflow. */
  readonly calendar: string | null;
}

export type ParsedDuration =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Longest duration that may be written. A due time further ahead is a slip of the pen, not a plan. */
export const LONGEST_DURATION_DAYS = 3_653;

const MONTH_DAYS = 30.4375;
const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const CALENDAR_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Reads `PT4H`, `P1D@office`, `P10D@always`, `P1DT2H`, `P2W`, `P1M`, `P1Y`. CAL1
 *
 * Never throws. Refused with one problem: text that is no ISO 8601 duration, nothing, signs, fractions, more than ten
 * years, a calendar that is no id. The `path` of the problem is empty; the caller knows where the text stands.
 * Whether a calendar of that name exists is not asked here.
 */
export function parseDuration(text: string): ParsedDuration {
  const [amount = '', calendar, ...rest] = text.split('@');
  const parts = PARTS.exec(amount);
  if (parts === null || rest.length > 0) return refuse(text, ...readFailure(amount));
  if (parts.slice(1).every((part) => part === undefined) || amount.endsWith('T'))
    return refuse(text, 'duration.empty', EMPTY);
  if (calendar !== undefined && !CALENDAR_ID.test(calendar))
    return refuse(text, 'duration.calendar_invalid', NO_CALENDAR);

  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0)) as Seven;
  const duration: Duration = {
    months: years * 12 + months,
    weeks,
    days,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000,
    calendar: calendar ?? null,
  };
  if (roughDays(duration) > LONGEST_DURATION_DAYS) return refuse(text, 'duration.too_long', TOO_LONG);
  return { kind: 'duration', duration };
}

/** The seven numbers that the pattern captures, in its order. */
type Seven = [number, number, number, number, number, number, number];

const EMPTY = 'says no amount of time. Write at least one, such as PT4H or P1D.';
const NEGATIVE = 'has a sign. A duration only goes forward: write it without a sign.';
const FRACTION = 'has a fraction. Write whole numbers of a smaller unit, such as PT90M for one hour and a half.';
const UNKNOWN = 'is not an ISO 8601 duration. Write it like PT4H, P1D or P1DT2H, with @calendar after it where needed.';
const NO_CALENDAR =
  'names no calendar after the @. Write the id of a calendar there, such as @office, or leave out the @.';
const TOO_LONG = 'is longer than ten years. Write a shorter duration.';

/** What is most likely wrong with text that the pattern does not match. */
function readFailure(amount: string): [code: string, sentence: string] {
  if (amount.trim() === '') return ['duration.empty', EMPTY];
  if (/^[+-]?P/.test(amount) && /[+-]/.test(amount)) return ['duration.negative', NEGATIVE];
  if (/^P.*\d[.,]\d/.test(amount)) return ['duration.fraction', FRACTION];
  return ['duration.unknown', UNKNOWN];
}

function refuse(text: string, code: string, sentence: string): ParsedDuration {
  return {
    kind: 'refused',
    problem: { path: '', code, message: `The duration "${text}" ${sentence}`, params: { text } },
  };
}

function roughDays(duration: Duration): number {
  return duration.months * MONTH_DAYS + duration.weeks * 7 + duration.days + duration.ms / DAY_MS;
}
