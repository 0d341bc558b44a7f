import { IANAZone } from 'luxon';
import { DAY_MS, MINUTE_MS } from './civil-day.ts';

/**
 * The clock on the wall of one zone.
 *
 * A reading ("local") is a plain number: the milliseconds since 1970-01-01 00:00 that the wall shows, as if there were
 * no zones. So a civil day and a time of day are divided out of it without any rule of daylight saving.
 */
export interface ZoneClock {
  /** What the wall shows at a moment. */
  readonly localOf: (at: number) => number;
  /**
   * The first moment at which the wall shows `local` or later. CAL9
   *
   * A time that is skipped is therefore the moment of the change; a time that comes twice is its first coming. The
   * answer never falls while `local` rises, so windows of one day stay in order on every day of the year.
   */
  readonly firstAt: (local: number) => number;
}

/** No zone has ever been further than this from UTC, local mean times of the 19th century included. */
const FURTHEST_MS = 16 * 60 * MINUTE_MS;

const KEPT_DAYS = 4_096;

/** True for a zone that this machine knows, such as `Asia/Taipei`. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** Opens the clock of an IANA zone. A zone that is not known is a bug of the caller: lint comes first. */
export function openZoneClock(zone: string): ZoneClock {
  const known = IANAZone.create(zone);
  if (!known.isValid) throw new Error(`The zone "${zone}" is not known. Lint the calendar before it is used.`);
  const offsetMs = keepOffsets((at) => Math.round(known.offset(at) * MINUTE_MS));

  return {
    localOf: (at) => at + offsetMs(at),
    firstAt: (local) => {
      const earlyAt = local - FURTHEST_MS;
      const lateAt = local + FURTHEST_MS;
      const before = offsetMs(earlyAt);
      const after = offsetMs(lateAt);
      if (before === after) return local - before;
      const changeAt = findChange(offsetMs, earlyAt, lateAt);
      return local - before < changeAt ? local - before : Math.max(changeAt, local - after);
    },
  };
}

/**
 * The same offsets, asked of the zone twice for each day of UTC: a day that begins and ends with one offset has it
 * throughout, since no zone changes its clocks there and back within a day. One question to a zone costs more than all
 * the counting of a due time.
 */
function keepOffsets(askMs: (at: number) => number): (at: number) => number {
  const kept = new Map<number, number | 'changes'>();
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    let known = kept.get(day);
    if (known === undefined) {
      const first = askMs(day * DAY_MS);
      known = first === askMs((day + 1) * DAY_MS) ? first : 'changes';
      if (kept.size >= KEPT_DAYS) kept.clear();
      kept.set(day, known);
    }
    return known === 'changes' ? askMs(at) : known;
  };
}

/** The first moment after `earlyAt` with another offset than there: a search by halves, needed on a few days a year. */
function findChange(offsetMs: (at: number) => number, earlyAt: number, lateAt: number): number {
  const before = offsetMs(earlyAt);
  let low = earlyAt;
  let high = lateAt;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
