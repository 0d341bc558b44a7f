import type { ReadCron } from './cron.ts';

/** The clock on the wall of a zone, as `openZoneClock` gives it. */
export interface WallClock {
  localOf(at: number): number;
  firstAt(local: number): number;
}

/** When a schedule should fire: its expression on the wall of its zone. */
export interface Timetable {
  readonly cron: ReadCron;
  readonly wall: WallClock;
}

/**
 * The first nominal time after a moment; null if none comes. SC2
 *
 * A reading that the wall skips fires at the moment of the change; one that the wall shows twice fires at its first
 * coming. So no reading fires twice, and none is left out.
 */
export function nextNominal({ cron, wall }: Timetable, afterAt: number): number | null {
  let local = cron.next(wall.localOf(afterAt));
  while (local !== null) {
    const at = wall.firstAt(local);
    if (at > afterAt) return at;
    local = cron.next(local);
  }
  return null;
}
