import { largestUnit, twoUnits } from '../texts/duration.ts';
import type { Format } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';

/** The clock of a task in words. `detail` is the quieter second half. */
export interface ClockWords {
  readonly kind: 'overdue' | 'soon' | 'plain' | 'none';
  readonly word: string;
  readonly detail: string | null;
}

/** Until when, and from when on that is soon. ISO moments. */
export interface Due {
  readonly dueAt: string | null;
  readonly soonAt: string | null;
}

/**
 * Says how a task stands with its due time.
 *
 * Amber begins where the server says so (four working hours before); the words count clock time, rounded down, with
 * the time of day beside them. The due moment itself is overdue.
 */
export function describeClock(
  { dueAt, soonAt }: Due,
  now: number,
  say: { format: Format; parts: Texts['parts'] },
): ClockWords {
  const { format, parts } = say;
  if (dueAt === null) return { kind: 'none', word: parts.noDueTime, detail: null };
  const due = Date.parse(dueAt);
  if (now >= due) return { kind: 'overdue', word: parts.overdue, detail: twoUnits(now - due, parts) };
  if (soonAt !== null && now >= Date.parse(soonAt)) {
    const detail = `${format.day(due, now)} ${format.time(due)}`;
    return { kind: 'soon', word: parts.dueIn(largestUnit(due - now, parts)), detail };
  }
  return { kind: 'plain', word: capital(format.day(due, now)), detail: format.time(due) };
}

/** A day in words begins a line here: `Tomorrow`. Dates such as `vie 27 nov` keep their small letter. */
function capital(word: string): string {
  return word.includes(' ') ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
