import type { CalendarFile } from '../model/person.ts';
import { compileCalendar } from './calendar/compile-calendar.ts';
import { civilDayAt } from './calendar/walk-windows.ts';
import { isWorking } from './calendar/working-time.ts';

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
