/** Calendars for the tests of this folder: those the product ships, some of other places, and random ones. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Calendar, compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import type { CalendarFile } from '../../../../engine/model/person.ts';

type FileWindows = readonly (readonly [string, string])[];

/** The calendars that ship with the product. */
export const PLANT_FILES = JSON.parse(readFileSync('server/plant/calendars.json', 'utf8')) as readonly CalendarFile[];

/** A calendar with the same windows every day, without holidays. */
export function everyDay(id: string, zone: string, windows: FileWindows): CalendarFile {
  return { id, zone, title: { en: id }, week: Array.from({ length: 7 }, () => windows), holidays: [], exceptions: {} };
}

/** The plant's calendars and those that `docs/time.md` introduces. */
const FILES: readonly CalendarFile[] = [
  ...PLANT_FILES,
  { ...everyDay('always-madrid', 'Europe/Madrid', []), week: 'always' },
  everyDay('night-madrid', 'Europe/Madrid', [['22:00', '06:00+1']]),
];

/** One of these calendars, ready to count. */
export function calendarOf(id: string): Calendar {
  const file = FILES.find((candidate) => candidate.id === id);
  if (file === undefined) throw new Error(`There is no calendar "${id}" in the tests.`);
  return compileCalendar(file);
}

/** The moment of `2026-11-27 16:50` in a zone. */
export function momentOf(zone: string, text: string): number {
  const moment = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm', { zone });
  if (!moment.isValid) throw new Error(`"${text}" is no time.`);
  return moment.toMillis();
}

/** A moment as `2026-11-27 16:50` in a zone. */
export function textOf(zone: string, at: number): string {
  return DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
}

/** Random calendars of a zone: days of up to four windows that may reach over midnight or touch, holidays, exceptions. */
export function calendarArbitrary(zone: string, dates: readonly string[]): fc.Arbitrary<CalendarFile> {
  const date = fc.constantFrom(...dates);
  // All days begin at one hour, so that none reaches into the next; the hour itself is random.
  return fc.integer({ min: 0, max: 360 }).chain((begin) =>
    fc.record({
      id: fc.constant('random'),
      zone: fc.constant(zone),
      title: fc.constant({ en: 'Random' }),
      week: fc.tuple(windowsArbitrary(begin, 1), ...Array.from({ length: 6 }, () => windowsArbitrary(begin, 0))),
      holidays: fc.array(date, { maxLength: 4 }),
      exceptions: fc.dictionary(date, windowsArbitrary(begin, 0), { maxKeys: 4 }),
    }),
  );
}

function windowsArbitrary(begin: number, least: number): fc.Arbitrary<FileWindows> {
  const cut = fc.integer({ min: 0, max: 1_440 });
  return fc
    .tuple(fc.uniqueArray(cut, { minLength: 2, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
    .map(([cuts, open]) => {
      const edges = cuts.map((minute) => begin + minute).sort((a, b) => a - b);
      const pairs = edges.slice(1).map((to, index): [string, string] => [timeText(edges[index] ?? 0), timeText(to)]);
      const kept = pairs.filter((_, index) => open[index] === true);
      return kept.length < least ? pairs : kept;
    });
}

function timeText(minute: number): string {
  const ofDay = minute % 1_440;
  const text = `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
  return minute < 1_440 ? text : `${text}+1`;
}
