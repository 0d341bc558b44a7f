/** How the other files walk over the windows of a calendar. Nothing here knows what a duration is. */
import { EngineError } from '../../model/engine-error.ts';
import { DAY_MS } from './civil-day.ts';
import { type Calendar, HORIZON_DAYS, type OpenWindow } from './compile-calendar.ts';

/** The civil day that the wall shows at a moment. A moment that is no whole number of milliseconds is a bug. */
export function civilDayAt(calendar: Calendar, at: number): number {
  if (!Number.isSafeInteger(at)) throw new Error(`${at} is no moment in whole milliseconds.`);
  return Math.floor(calendar.clock.localOf(at) / DAY_MS);
}

/**
 * The windows that close at `at` or later, in order of time. The day before is asked too, since a window may reach over
 * midnight; nothing earlier can hold `at`. CAL5
 *
 * Throws `expression.failed` when whoever walks has not found an end within the horizon. CAL11
 */
export function* windowsFrom(calendar: Calendar, at: number): Generator<OpenWindow, never> {
  const firstDay = civilDayAt(calendar, at) - 1;
  for (let day = firstDay; day <= firstDay + HORIZON_DAYS; day += 1) {
    for (const window of calendar.windowsOn(day)) if (window.to >= at) yield window;
  }
  throw beyondHorizon(calendar);
}

/** The windows that open before `at`, latest first. Where clocks go back over midnight, the day after has begun. CAL9 */
export function* windowsBefore(calendar: Calendar, at: number): Generator<OpenWindow, never> {
  const lastDay = civilDayAt(calendar, at) + 1;
  for (let day = lastDay; day >= lastDay - HORIZON_DAYS; day -= 1) {
    for (const window of [...calendar.windowsOn(day)].reverse()) if (window.from < at) yield window;
  }
  throw beyondHorizon(calendar);
}

/** What is thrown when a moment lies more than ten years away. CAL11 */
export function beyondHorizon(calendar: Calendar): EngineError {
  const message = `On the calendar "${calendar.id}" that moment lies more than ten years away. Use a shorter duration.`;
  return new EngineError('expression.failed', message, { params: { calendar: calendar.id } });
}
