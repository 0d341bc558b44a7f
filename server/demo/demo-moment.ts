import { DateTime } from 'luxon';
import { type Json, isJsonObject } from '../../engine/model/json.ts';
import { compileCalendar } from '../../engine/workflow/calendar/compile-calendar.ts';
import { addWorkingDays } from '../../engine/workflow/calendar/working-days.ts';
import { zonedParts } from '../../engine/workflow/calendar/zoned-parts.ts';
import type { CalendarFile } from '../../engine/model/person.ts';

/** Moments of the demo plant are written from today: `T-2 16:20` is two working days ago, at twenty past four there. */
export interface DemoTime {
  /** A local date: `T+14`. */
  date(text: string): string;
  /** A moment in milliseconds: `T-2 16:20`. */
  at(text: string): number;
  /** The same value with `{"$date"}` and `{"$moment"}` filled in. */
  fill(value: Json): Json;
}

const MOMENT = /^T([+-]\d+)?(?: (\d\d:\d\d))?$/;

/** Opens the demo's time. T is today if the plant works today, else its next working day. */
export function openDemoTime(file: CalendarFile, now: number): DemoTime {
  const calendar = compileCalendar(file);
  const today = addWorkingDays(calendar, zonedParts(file.zone, now).date, 0);
  const read = (text: string): { readonly day: string; readonly time: string } => {
    const [, offset, time] = MOMENT.exec(text) ?? [];
    if (!MOMENT.test(text)) throw new Error(`"${text}" is no moment of the demo plant.`);
    return { day: addWorkingDays(calendar, today, Number(offset ?? 0)), time: time ?? '00:00' };
  };
  const at = (text: string): number => {
    const { day, time } = read(text);
    return DateTime.fromISO(`${day}T${time}`, { zone: file.zone }).toMillis();
  };
  const fill = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(fill);
    if (!isJsonObject(value)) return value;
    if (typeof value['$date'] === 'string') return read(value['$date']).day;
    if (typeof value['$moment'] === 'string') return DateTime.fromMillis(at(value['$moment']), { zone: 'utc' }).toISO();
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
  };
  return { date: (text) => read(text).day, at, fill };
}
