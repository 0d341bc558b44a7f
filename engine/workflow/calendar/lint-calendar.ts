import type { CalendarFile } from '../../model/person.ts';
import { pointer, type Problem } from '../../model/problem.ts';
import { parseCivilDay } from './civil-day.ts';
import { type FileWindow, lintNeighbours, lintWindows } from './lint-windows.ts';
import { isZone } from './zone-clock.ts';

/**
 * Finds what makes a calendar impossible: a zone, times or dates that do not exist, windows that end before they begin
 * or reach into the next one, a week without work. CAL15
 *
 * Answers with all problems at once, each an error. Whether windows of neighbouring days overlap is asked only when
 * every time and date can be read. A calendar without problems can be compiled.
 */
export function lintCalendar(file: CalendarFile): readonly Problem[] {
  const problems = [...lintZone(file), ...lintDates(file), ...lintWeek(file), ...lintExceptions(file)];
  return problems.length > 0 || file.week === 'always' ? problems : lintNeighbours(file);
}

function lintZone(file: CalendarFile): readonly Problem[] {
  if (isZone(file.zone)) return [];
  const message = `The zone "${file.zone}" is not known. Write an IANA name such as Asia/Taipei.`;
  return [{ path: pointer('zone'), code: 'calendar.zone_unknown', message }];
}

function lintDates(file: CalendarFile): readonly Problem[] {
  const holidays = file.holidays.map((date, index) => ({ date, path: pointer('holidays', index) }));
  const exceptions = Object.keys(file.exceptions).map((date) => ({ date, path: pointer('exceptions', date) }));
  return [...holidays, ...exceptions]
    .filter(({ date }) => parseCivilDay(date) === undefined)
    .map(({ date, path }) => ({
      path,
      code: 'calendar.date_invalid',
      message: `"${date}" is not a date that exists. Write it as YYYY-MM-DD.`,
    }));
}

function lintWeek(file: CalendarFile): readonly Problem[] {
  const { week } = file;
  if (week === 'always') return lintAlways(file);
  if (week.length !== 7) {
    const message = `The week has ${week.length} days. Write the windows of seven, Monday first.`;
    return [{ path: pointer('week'), code: 'calendar.week_invalid', message }];
  }
  if (week.every((windows) => windows.length === 0)) {
    const message = 'No day of the week has a window, so no due time can be found. Give at least one day a window.';
    return [{ path: pointer('week'), code: 'calendar.without_work', message }];
  }
  return week.flatMap((windows: readonly FileWindow[], weekday) => lintWindows(windows, ['week', weekday]));
}

/** Every minute is working time, so a holiday in such a file would be silently without effect. CAL8 */
function lintAlways(file: CalendarFile): readonly Problem[] {
  return (['holidays', 'exceptions'] as const)
    .filter((part) => Object.keys(file[part]).length > 0)
    .map((part) => ({
      path: pointer(part),
      code: 'calendar.always_closed',
      message: `A calendar of every minute has no ${part}. Remove them, or write the windows of its week.`,
    }));
}

function lintExceptions(file: CalendarFile): readonly Problem[] {
  return Object.entries(file.exceptions).flatMap(([date, windows]) => lintWindows(windows, ['exceptions', date]));
}
