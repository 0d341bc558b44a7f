import type { CalendarFile } from '../../../engine/model/person.ts';
import { type Calendar, compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import { zonedParts } from '../../../engine/workflow/calendar/zoned-parts.ts';
import type { QueryParts } from '../query.ts';

/** The calendar in which production days are counted. */
const FLOOR = 'floor-2shift';
/** Nobody plans further ahead. */
const MOST_DAYS = 400;

export interface FloorDays {
  /** The production day of today, or the next one. */
  readonly today: string;
  /** Working days from today to a date: 0 for today, negative for the past. */
  until(date: string): number;
}

/** Opens the counting of production days from now. */
export function openFloorDays({ keeper, clock }: QueryParts): FloorDays {
  const file = keeper.plant().calendars.get(FLOOR) as CalendarFile;
  const calendar: Calendar = compileCalendar(file);
  const today = addWorkingDays(calendar, zonedParts(file.zone, clock.now()).date, 0);
  const count = (from: string, to: string): number => {
    let days = 0;
    while (days < MOST_DAYS && addWorkingDays(calendar, from, days) < to) days += 1;
    return days;
  };
  return { today, until: (date) => (date >= today ? count(today, date) : -count(date, today)) };
}
