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
  /** When a nominal time is drawn forward to: never later than it, and in the same order. Without it: not at all. */
  readonly drawForward?: (nominalAt: number) => number;
}

/**
 * The first nominal time after a moment; null if none comes. SC2
 *
 * A reading that the wall skips fires at the moment of the change; one that the wall shows twice fires at its first
 * coming. So no reading fires twice, and none is left out. Times that are drawn forward to one moment are one. SC11
 */
export function nextNominal({ cron, wall, drawForward }: Timetable, afterAt: number): number | null {
  let local = cron.next(wall.localOf(afterAt));
  while (local !== null) {
    const writtenAt = wall.firstAt(local);
    const at = drawForward === undefined ? writtenAt : drawForward(writtenAt);
    if (at > afterAt) return at;
    local = cron.next(local);
  }
  return null;
}
