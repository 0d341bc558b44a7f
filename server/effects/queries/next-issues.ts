import { DateTime } from 'luxon';
import { addWorkingDays } from '../../../engine/workflow/calendar/working-days.ts';
import type { FloorDays } from './floor-days.ts';

/** When the morning's review begins, when the day plan is issued, and when and on which day the month plan is. */
const REVIEW = '09:00';
const DAY_ISSUE = '16:00';
const MONTH_ISSUE = '09:00';
const MONTH_DAY = 25;

/** The next review, and the next regular issue of each plan, as ISO moments. */
export function nextIssues(
  days: FloorDays,
  now: number,
): { readonly next_review: string; readonly next_issue: string; readonly next_month_issue: string } {
  return {
    next_review: nextAt(days, REVIEW, now),
    next_issue: nextAt(days, DAY_ISSUE, now),
    next_month_issue: nextMonthIssue(days, now),
  };
}

/** The next time the clock on the wall shows this on a working day. */
function nextAt(days: FloorDays, time: string, now: number): string {
  const on = (count: number) => momentOn(addWorkingDays(days.calendar, days.today, count), time, days.zone);
  const today = on(0);
  return isoOf(today.toMillis() > now ? today : on(1));
}

/** The 25th of this month or the next; where that is no working day, the one before it. */
function nextMonthIssue(days: FloorDays, now: number): string {
  const here = DateTime.fromMillis(now, { zone: days.zone });
  const inMonth = (month: DateTime): DateTime => {
    const day = month.set({ day: MONTH_DAY }).toISODate() ?? '';
    const isWorked = addWorkingDays(days.calendar, day, 0) === day;
    return momentOn(isWorked ? day : addWorkingDays(days.calendar, day, -1), MONTH_ISSUE, days.zone);
  };
  const thisMonth = inMonth(here.startOf('month'));
  return isoOf(thisMonth.toMillis() > now ? thisMonth : inMonth(here.startOf('month').plus({ months: 1 })));
}

function momentOn(date: string, time: string, zone: string): DateTime {
  return DateTime.fromISO(`${date}T${time}`, { zone });
}

function isoOf(moment: DateTime): string {
  return moment.toUTC().toISO() ?? '';
}
