import { addDuration } from '../workflow/calendar/add-duration.ts';
import type { Calendar } from '../workflow/calendar/compile-calendar.ts';
import { fullDayMs, momentOn, openingOf, workingDaysBetween } from '../workflow/calendar/day-moments.ts';
import { productionDateAt } from '../workflow/calendar/working-days.ts';
import { addWorkingMs, workingMsBetween } from '../workflow/calendar/working-time.ts';

const HOUR_MS = 3_600_000;

/** How a plant turns standard hours into days. */
export interface FloorRates {
  /** Standard hours that an hour of work yields: 0.85. */
  readonly efficiency: number;
  /** Hours of a full day in which machines can run, breaks left out: 15.33. */
  readonly netHoursPerDay: number;
  /** The time of day at which what is due on a date is late: `17:00`. */
  readonly deadlineTime: string;
}

/** The floor's working time at a moment: all that forecasts are counted with. */
export interface FloorTime extends FloorRates {
  readonly calendar: Calendar;
  readonly now: number;
  /** T: the production day of now, or the next one. */
  readonly today: string;
  /** Working time of a full day: what "one working day" is. */
  readonly dayMs: number;
}

export function openFloorTime(calendar: Calendar, now: number, rates: FloorRates): FloorTime {
  const today = productionDateAt(calendar, now);
  return { ...rates, calendar, now, today, dayMs: fullDayMs(calendar, today) };
}

/** The moment at which an order that is due on a date is late. */
export function deadlineOf({ calendar, deadlineTime }: FloorTime, due: string): number {
  return remembered(calendar, `deadline ${deadlineTime} ${due}`, () => momentOn(calendar, due, deadlineTime));
}

/** Working days from today to a date; negative for the past. */
export function workingDaysUntil({ calendar, today }: FloorTime, date: string): number {
  return remembered(calendar, `days ${today} ${date}`, () => workingDaysBetween(calendar, today, date));
}

/** Thousands of orders share some dozen dates; reading a date is what costs. */
const KEPT = 10_000;
const kept = new WeakMap<Calendar, Map<string, number>>();

function remembered(calendar: Calendar, question: string, ask: () => number): number {
  const answers = kept.get(calendar) ?? new Map<string, number>();
  kept.set(calendar, answers);
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= KEPT) answers.clear();
  const answer = ask();
  answers.set(question, answer);
  return answer;
}

export interface ForecastInput {
  /** Planned start, and the day on which the last material comes; null where there is none. */
  readonly start: string | null;
  readonly materialEta: string | null;
  readonly hoursLeft: number;
  readonly subcontractDays: number;
}

/**
 * When an order will be finished: what is left at the plant's efficiency, counted on the floor from the latest of now,
 * planned start and material, and the subcontractor's days after it. FOR1
 */
export function forecastFinish(time: FloorTime, input: ForecastInput): number {
  const { calendar, now } = time;
  const openings = [input.start, input.materialEta].filter((date) => date !== null);
  const from = Math.max(
    now,
    ...openings.map((date) => remembered(calendar, `opening ${date}`, () => openingOf(calendar, date))),
  );
  const finish = addWorkingMs(calendar, from, workMs(time, input.hoursLeft));
  return input.subcontractDays <= 0
    ? finish
    : addDuration(calendar, finish, { months: 0, weeks: 0, days: input.subcontractDays, ms: 0, calendar: null });
}

/** Working days from the forecast to the deadline, negative if it comes after it. FOR2 */
export function slackDays({ calendar, dayMs }: FloorTime, finishAt: number, deadlineAt: number): number {
  return workingMsBetween(calendar, finishAt, deadlineAt) / dayMs;
}

/** Standard hours as working time: a full day yields its net hours, at the plant's efficiency. */
function workMs({ efficiency, netHoursPerDay, dayMs }: FloorTime, hours: number): number {
  return Math.round((hours / efficiency) * (dayMs / (netHoursPerDay * HOUR_MS)) * HOUR_MS);
}
