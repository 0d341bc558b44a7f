import type { Calendar } from '../../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';

/** A week of a month's plan: days 1–7, 8–14, 15–21, 22–28 and what is left. */
export interface PlanWeek {
  /** `2026-12`. */
  readonly month: string;
  readonly week: number;
  /** Its last working day; the last day of the month's plan by which work of it is finished. */
  readonly last: string;
  readonly working_days: number;
}

const DAYS_OF_WEEK = 7;

/** Weeks of a month that have working days, in order. */
export function weeksOfMonth(month: string, calendar: Calendar): readonly PlanWeek[] {
  const days = workingDaysOf(month, calendar);
  const weeks = [...new Set(days.map(weekOf))];
  return weeks.map((week) => {
    const own = days.filter((day) => weekOf(day) === week);
    return { month, week, last: own.at(-1) ?? '', working_days: own.length };
  });
}

/** The week of its month in which a date lies. */
export function weekOf(date: string): number {
  return Math.ceil(Number(date.slice(8)) / DAYS_OF_WEEK);
}

/** The month so many months later: `2026-11` and 2 give `2027-01`. */
export function monthLater(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function workingDaysOf(month: string, calendar: Calendar): readonly string[] {
  const days: string[] = [];
  for (
    let day = addWorkingDays(calendar, `${month}-01`, 0);
    day.startsWith(month);
    day = addWorkingDays(calendar, day, 1)
  )
    days.push(day);
  return days;
}
