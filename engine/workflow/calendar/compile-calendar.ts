import type { CalendarFile } from '../../model/person.ts';
import { DAY_MS, MINUTE_MS } from './civil-day.ts';
import { type DayPlan, planDays } from './day-plan.ts';
import { lintCalendar } from './lint-calendar.ts';
import { openZoneClock, type ZoneClock } from './zone-clock.ts';

/** A stretch of working time between two moments: open at `from`, closed at `to`. */
export interface OpenWindow {
  readonly from: number;
  readonly to: number;
  /** The production day: the civil day in whose windows it is written, also for the hours past midnight. CAL5 */
  readonly day: number;
}

/** A calendar that can count. Made by `compileCalendar`, used through the functions of this folder. */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  /** @internal */
  readonly clock: ZoneClock;
  /** @internal True if the civil day has windows of its own. */
  readonly worksOn: (day: number) => boolean;
  /** @internal The windows that belong to a civil day, as moments in order. */
  readonly windowsOn: (day: number) => readonly OpenWindow[];
  /** @internal The working time of the seven days that begin with this one. */
  readonly weekMs: (day: number) => number;
}

/** Days that are counted at once in a long sum. */
export const WEEK = 7;

/** How far a search looks before it gives up: ten years and the weeks to reach an opening after them. CAL11 */
export const HORIZON_DAYS = 3_700;

/** Days kept open at once. Above the horizon, so that one long search never forgets what it needs again. */
const KEPT_DAYS = 4_096;

const compiled = new WeakMap<CalendarFile, Calendar>();

/**
 * Makes a calendar from its file. The same file object gives the same calendar, so that opened days are kept.
 *
 * The file has passed `lintCalendar`; one with problems is a bug of the caller and throws with all of them.
 */
export function compileCalendar(file: CalendarFile): Calendar {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const problems = lintCalendar(file);
  if (problems.length > 0) {
    throw new Error(
      `The calendar "${file.id}" cannot be used. ${problems.map((problem) => problem.message).join(' ')}`,
    );
  }
  const plan = planDays(file);
  const clock = openZoneClock(file.zone);
  const windowsOn = keepDays(plan, clock);
  const calendar: Calendar = {
    id: file.id,
    zone: file.zone,
    clock,
    worksOn: (day) => plan(day).length > 0,
    windowsOn,
    weekMs: keepWeeks(windowsOn),
  };
  compiled.set(file, calendar);
  return calendar;
}

/** Opens each day once: asking a zone for its offset is what costs. */
function keepDays(plan: DayPlan, clock: ZoneClock): Calendar['windowsOn'] {
  const kept = new Map<number, readonly OpenWindow[]>();
  return (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const windows = openDay(day, plan, clock);
    if (kept.size >= KEPT_DAYS) kept.clear();
    kept.set(day, windows);
    return windows;
  };
}

/** Sums each week once, for sums that reach over many. */
function keepWeeks(windowsOn: Calendar['windowsOn']): Calendar['weekMs'] {
  const kept = new Map<number, number>();
  return (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    let ms = 0;
    for (let offset = 0; offset < WEEK; offset += 1)
      for (const window of windowsOn(day + offset)) ms += window.to - window.from;
    kept.set(day, ms);
    return ms;
  };
}

function openDay(day: number, plan: DayPlan, clock: ZoneClock): readonly OpenWindow[] {
  const momentOf = (minute: number): number => clock.firstAt(day * DAY_MS + minute * MINUTE_MS);
  return plan(day)
    .map((window) => ({ from: momentOf(window.from), to: momentOf(window.to), day }))
    .filter((window) => window.from < window.to); // A window inside a skipped hour is no time at all. CAL9
}
