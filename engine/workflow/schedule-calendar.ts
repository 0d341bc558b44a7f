import type { CalendarFile } from '../model/person.ts';
import { compileCalendar } from './calendar/compile-calendar.ts';
import { civilDayAt } from './calendar/walk-windows.ts';
import { DAY_MS } from './calendar/civil-day.ts';
import { shiftWorkingDays } from './calendar/working-days.ts';
import { isWorking } from './calendar/working-time.ts';
import type { ZoneClock } from './calendar/zone-clock.ts';

/** What `when` says for "on working days of the workflow's own calendar". */
export const WORKING_DAY = 'working_day';

/**
 * Whether a schedule may fire at a moment: on a day with working time (`working_day`, of the calendar that is handed
 * in), or within working time of the calendar that it names. SC3
 */
export function mayFireOn(calendar: CalendarFile, when: string): (at: number) => boolean {
  const compiled = compileCalendar(calendar);
  return when === WORKING_DAY ? (at) => compiled.worksOn(civilDayAt(compiled, at)) : (at) => isWorking(compiled, at);
}

/** What `when` says for "on the working day before, where nobody works on the day itself". */
export const WORKING_DAY_OR_BEFORE = 'working_day_or_before';

/**
 * Draws a moment forward to the same wall time on the working day before, if nobody works on its own day: the 25th of
 * December, being a holiday, becomes the 24th. SC11
 */
export function drawToWorkingDay(file: CalendarFile, wall: ZoneClock): (at: number) => number {
  const calendar = compileCalendar(file);
  return (at) => {
    const day = civilDayAt(calendar, at);
    if (calendar.worksOn(day)) return at;
    return wall.firstAt(wall.localOf(at) - (day - shiftWorkingDays(calendar, day, -1)) * DAY_MS);
  };
}
