/**
 * Moments as a person types them: `2026-11-23T10:42` in a time zone ⇄ milliseconds UTC.
 *
 * In the hour that a zone repeats, the first of the two is meant; in the hour that it skips, the time after the gap.
 */
export function momentOf(localTime: string, zone: string): number | null {
  const asUtc = Date.parse(`${localTime}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetAt(asUtc - DAY_MS, zone);
  const after = asUtc - offsetAt(before, zone);
  // As the clocks stood the day before, else as they stand now; where neither gives this time, it was skipped.
  return [before, after].find((at) => localTimeOf(at, zone) === localTime.slice(0, 16)) ?? before;
}

/** The local time of a moment, `YYYY-MM-DDTHH:MM`. */
export function localTimeOf(at: number, zone: string): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Forms know no seconds. */
const MINUTE_MS = 60_000;
/** A day back is before any change of the clocks that could matter. */
const DAY_MS = 86_400_000;

/** How far the zone's clocks are ahead of UTC at a moment. */
function offsetAt(at: number, zone: string): number {
  return Date.parse(`${localTimeOf(at, zone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format that tells the local time of a zone. Making one is slow, so each is kept. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const digits = '2-digit';
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}
