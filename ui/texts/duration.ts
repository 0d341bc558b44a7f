/** The units of a span, each as a language says it. */
export interface DurationWords {
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A span in its largest unit, rounded down: `4 h`, `38 min`, `2 days`. */
export function largestUnit(spanMs: number, words: DurationWords): string {
  if (spanMs >= DAY_MS) return words.days(Math.floor(spanMs / DAY_MS));
  if (spanMs >= HOUR_MS) return words.hours(Math.floor(spanMs / HOUR_MS));
  return words.minutes(Math.floor(spanMs / MINUTE_MS));
}

/** A span in hours and minutes below a day, in days above: `1 h 20 min`, `2 days`. */
export function twoUnits(spanMs: number, words: DurationWords): string {
  if (spanMs >= DAY_MS) return words.days(Math.floor(spanMs / DAY_MS));
  const hours = Math.floor(spanMs / HOUR_MS);
  const minutes = Math.floor((spanMs % HOUR_MS) / MINUTE_MS);
  if (hours === 0) return words.minutes(minutes);
  return minutes === 0 ? words.hours(hours) : `${words.hours(hours)} ${words.minutes(minutes)}`;
}
