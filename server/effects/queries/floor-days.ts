import type { CalendarFile } from '../../../engine/model/person.ts';
import { type Calendar, compileCalendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays, productionDateAt } from '../../../engine/workflow/calendar/working-days.ts';
import type { QueryParts } from '../query.ts';

/** The calendar in which production days are counted. */
const FLOOR = 'floor-2shift';
/** Nobody plans further ahead. */
const MOST_DAYS = 400;

export interface FloorDays {
  readonly calendar: Calendar;
  readonly zone: string;
  /** The production day of now, or the next one. */
  readonly today: string;
  /** Working days from today to a date: 0 for today, negative for the past. */
  until(date: string): number;
}

/** Opens the counting of production days from now. */
export function openFloorDays({ keeper, clock }: QueryParts): FloorDays {
  const file = keeper.plant().calendars.get(FLOOR) as CalendarFile;
  const calendar: Calendar = compileCalendar(file);
  const today = productionDateAt(calendar, clock.now());
  const count = (from: string, to: string): number => {
    let days = 0;
    while (days < MOST_DAYS && addWorkingDays(calendar, from, days) < to) days += 1;
    return days;
  };
  return {
    calendar,
    zone: file.zone,
    today,
    until: (date) => (date >= today ? count(today, date) : -count(date, today)),
  };
}
