import { type Calendar, HORIZON_DAYS, type OpenWindow, WEEK } from './compile-calendar.ts';
import { beyondHorizon, civilDayAt, windowsBefore, windowsFrom } from './walk-windows.ts';

/** True while the calendar is open: from an opening until just before its closing. */
export function isWorking(calendar: Calendar, at: number): boolean {
  return openOrNextWindow(calendar, at).from <= at;
}

/** `at` itself while the calendar is open, else the next opening. At a moment of closing it is not open. */
export function nextWorkingAt(calendar: Calendar, at: number): number {
  return Math.max(at, openOrNextWindow(calendar, at).from);
}

/** `at` itself while the calendar is open and at the moment of closing, else the next opening. CAL3 */
export function moveIntoWorkingTime(calendar: Calendar, at: number): number {
  const { value: window } = windowsFrom(calendar, at).next();
  return Math.max(at, window.from);
}

/** @internal The window that is open at a moment, else the next one to open. */
export function openOrNextWindow(calendar: Calendar, at: number): OpenWindow {
  const windows = windowsFrom(calendar, at);
  const { value: first } = windows.next();
  return first.to > at ? first : windows.next().value;
}

/**
 * The earliest moment after which `ms` of working time have passed since `startAt`. CAL2
 *
 * Outside working time the count begins at the next opening; an end exactly at closing stays there (CAL3). No time at
 * all still moves into working time. Throws `expression.failed` beyond ten years. CAL11
 */
export function addWorkingMs(calendar: Calendar, startAt: number, ms: number): number {
  if (ms <= 0) return moveIntoWorkingTime(calendar, startAt);
  const firstDay = civilDayAt(calendar, startAt) - 1;
  let leftMs = ms;
  for (let day = firstDay; day <= firstDay + HORIZON_DAYS; day += 1) {
    // Whole weeks are counted at once, but none in which the beginning may lie.
    while (day > firstDay + 2 && day % WEEK === 0 && leftMs > calendar.weekMs(day)) {
      leftMs -= calendar.weekMs(day);
      day += WEEK;
      if (day > firstDay + HORIZON_DAYS) throw beyondHorizon(calendar);
    }
    for (const window of calendar.windowsOn(day)) {
      if (window.to < startAt) continue;
      const from = Math.max(window.from, startAt);
      if (leftMs <= window.to - from) return from + leftMs;
      leftMs -= window.to - from;
    }
  }
  throw beyondHorizon(calendar);
}

/**
 * The latest moment from which `ms` of working time remain until `endAt`: where "the last four working hours" begin.
 *
 * A beginning exactly at an opening stays there (CAL13). Throws `expression.failed` beyond ten years. CAL11
 */
export function subtractWorkingMs(calendar: Calendar, endAt: number, ms: number): number {
  if (ms <= 0) return endAt;
  let leftMs = ms;
  for (const window of windowsBefore(calendar, endAt)) {
    const to = Math.min(window.to, endAt);
    if (leftMs <= to - window.from) return to - leftMs;
    leftMs -= to - window.from;
  }
  throw new Error('A walk over windows has no end of its own.');
}

/** The working time from one moment to another; negative when the second comes first. CAL12 */
export function workingMsBetween(calendar: Calendar, fromAt: number, toAt: number): number {
  if (toAt < fromAt) return -workingMsBetween(calendar, toAt, fromAt);
  const lastDay = civilDayAt(calendar, toAt) + 1;
  let ms = 0;
  for (let day = civilDayAt(calendar, fromAt) - 1; day <= lastDay; day += 1) {
    for (const window of calendar.windowsOn(day)) {
      ms += Math.max(0, Math.min(window.to, toAt) - Math.max(window.from, fromAt));
    }
  }
  return ms;
}
