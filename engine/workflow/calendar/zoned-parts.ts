import { civilDayText, DAY_MS, MINUTE_MS } from './civil-day.ts';
import { openZoneClock } from './zone-clock.ts';

/** A moment as people of a zone write it, for numbers such as `NCR-{yyMM}-{seq3}` and for texts. */
export interface ZonedParts {
  /** The last two digits of the year. */
  readonly yy: string;
  /** The month, `01` to `12`. */
  readonly MM: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:mm` of the 24-hour clock. */
  readonly time: string;
}

/** Reads a moment in an IANA zone. The same on every machine, whatever its own zone and language. CAL16 */
export function zonedParts(zone: string, at: number): ZonedParts {
  const local = openZoneClock(zone).localOf(at);
  const day = Math.floor(local / DAY_MS);
  const minute = Math.floor((local - day * DAY_MS) / MINUTE_MS);
  const date = civilDayText(day);
  return {
    yy: date.slice(-8, -6),
    MM: date.slice(-5, -3),
    date,
    time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
