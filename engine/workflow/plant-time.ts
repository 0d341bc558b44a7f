import { DateTime } from 'luxon';
import type { CalendarFile } from '../model/person.ts';
import { addDuration } from './calendar/add-duration.ts';
import { type Calendar, compileCalendar } from './calendar/compile-calendar.ts';
import { parseDuration } from './calendar/duration.ts';
import { addWorkingMs, subtractWorkingMs, workingMsBetween } from './calendar/working-time.ts';
import { zonedParts } from './calendar/zoned-parts.ts';

/** Working time by the names of calendars, as a step needs it. `undefined` names the calendar `always`. */
export interface WorkingTime {
  /** When `text` (a duration such as `PT4H@office`, a moment, or a local date: its end) falls, counted from `startAt`; null if it is neither. */
  dueAt(startAt: number, text: string, calendar: string | undefined): number | null;
  /** The same between ISO texts, for FEEL. */
  plus(moment: string, duration: string, calendar: string | undefined): string | null;
  /** Working time from one moment to another on a calendar. */
  workingMs(fromAt: number, toAt: number, calendar: string | undefined): number;
  /** The moment after so much working time. */
  addMs(startAt: number, ms: number, calendar: string | undefined): number;
  /** Four working hours before a due time: from here on its clock is amber. */
  soonAt(dueAt: number, calendar: string | undefined): number;
  /** The month of a moment as numbers read it, in the calendar's zone: `2611`. */
  yyMM(at: number, calendar: string | undefined): string;
}

/** How long before its due time a task's clock turns amber. */
const SOON_MS = 4 * 3_600_000;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Opens the calendars of a plant. A name that no calendar has counts as unreadable; lint has found it before. */
export function openWorkingTime(calendars: ReadonlyMap<string, CalendarFile>): WorkingTime {
  const named = (id: string | undefined): Calendar | undefined => {
    const file = calendars.get(id ?? 'always');
    return file === undefined ? undefined : compileCalendar(file);
  };
  const dueAt: WorkingTime['dueAt'] = (startAt, text, calendar) => {
    if (text.startsWith('P')) {
      const parsed = parseDuration(text);
      const counted = parsed.kind === 'duration' ? named(parsed.duration.calendar ?? calendar) : undefined;
      return parsed.kind === 'duration' && counted !== undefined
        ? addDuration(counted, startAt, parsed.duration)
        : null;
    }
    const zone = named(calendar)?.zone ?? 'utc';
    const moment = DateTime.fromISO(text, { zone });
    if (!moment.isValid) return null;
    return LOCAL_DATE.test(text) ? moment.endOf('day').plus(1).toMillis() : moment.toMillis();
  };
  return {
    dueAt,
    plus(moment, duration, calendar) {
      const start = DateTime.fromISO(moment, { zone: 'utc' });
      const end = start.isValid && duration.startsWith('P') ? dueAt(start.toMillis(), duration, calendar) : null;
      return end === null ? null : DateTime.fromMillis(end, { zone: 'utc' }).toISO();
    },
    workingMs(fromAt, toAt, calendar) {
      const counted = named(calendar);
      return counted === undefined ? toAt - fromAt : workingMsBetween(counted, fromAt, toAt);
    },
    addMs(startAt, ms, calendar) {
      const counted = named(calendar);
      return counted === undefined ? startAt + ms : addWorkingMs(counted, startAt, ms);
    },
    soonAt(due, calendar) {
      const counted = named(calendar);
      return counted === undefined ? due - SOON_MS : subtractWorkingMs(counted, due, SOON_MS);
    },
    yyMM(at, calendar) {
      const { yy, MM } = zonedParts(named(calendar)?.zone ?? 'utc', at);
      return yy + MM;
    },
  };
}
