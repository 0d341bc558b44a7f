import type { CalendarFile } from '../../model/person.ts';
import { pointer, type Problem } from '../../model/problem.ts';
import { DAY_MINUTES, parseCivilDay } from './civil-day.ts';
import { parseWindowTime, planDays, type PlannedWindow } from './day-plan.ts';

export type FileWindow = readonly [string, string];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** Some Monday: the plan of a week without holidays is the same in every week. */
const A_MONDAY = 4;

/** Checks the windows of one day: times that exist, each going forward, in order and without overlap. CAL15 */
export function lintWindows(windows: readonly FileWindow[], path: readonly (string | number)[]): readonly Problem[] {
  let lastEnd = 0;
  return windows.flatMap((window, index) => {
    const at = [...path, index];
    const [from, to] = window.map(parseWindowTime);
    if (from === undefined || to === undefined) return lintTimes(window, at);
    const problems = [
      ...(to <= from ? [backward(window, at)] : []),
      ...(from < lastEnd ? [overlapping(window, at)] : []),
    ];
    lastEnd = Math.max(lastEnd, to);
    return problems;
  });
}

/**
 * Checks windows past midnight against the day that follows, through the week and around each exception. CAL15
 *
 * Asked last: every time and date of the file can be read.
 */
export function lintNeighbours(file: CalendarFile): readonly Problem[] {
  const week = planDays({ ...file, holidays: [], exceptions: {} });
  const plan = planDays(file);
  const inWeek = WEEKDAYS.flatMap((name, weekday) => {
    const day = A_MONDAY + weekday;
    return reachesInto(week(day), week(day + 1)) ? [reaching(name, weekday)] : [];
  });
  const inExceptions = Object.keys(file.exceptions).flatMap((date) => {
    const day = parseCivilDay(date) ?? 0;
    const overlaps = reachesInto(plan(day - 1), plan(day)) || reachesInto(plan(day), plan(day + 1));
    return overlaps ? [clashing(date)] : [];
  });
  return [...inWeek, ...inExceptions];
}

function reachesInto(windows: readonly PlannedWindow[], next: readonly PlannedWindow[]): boolean {
  const last = windows.at(-1);
  const first = next[0];
  return last !== undefined && first !== undefined && last.to > first.from + DAY_MINUTES;
}

function lintTimes(window: FileWindow, path: readonly (string | number)[]): readonly Problem[] {
  return window.flatMap((text, side) => {
    if (parseWindowTime(text) !== undefined) return [];
    const message = `"${text}" is not a time of day. Write 08:00, 24:00, or 01:30+1 for the next day.`;
    return [{ path: pointer(...path, side), code: 'calendar.time_invalid', message }];
  });
}

function backward([from, to]: FileWindow, path: readonly (string | number)[]): Problem {
  const message = `The window ${from}–${to} does not end after it begins. An end on the next day has +1, such as 01:30+1.`;
  return { path: pointer(...path), code: 'calendar.window_backward', message };
}

function overlapping([from, to]: FileWindow, path: readonly (string | number)[]): Problem {
  const message = `The window ${from}–${to} begins before an earlier one has ended. Write windows in order, without overlap.`;
  return { path: pointer(...path), code: 'calendar.windows_overlap', message };
}

function reaching(name: string, weekday: number): Problem {
  const message = `The last window of ${name} reaches into the first one of the next day. Change one of the two.`;
  return { path: pointer('week', weekday), code: 'calendar.windows_overlap', message };
}

function clashing(date: string): Problem {
  const message = `The windows of ${date} overlap those of the day before or after. Change one of the two.`;
  return { path: pointer('exceptions', date), code: 'calendar.windows_overlap', message };
}
