/**
 * A second, slow answer to what working time is: one look at the wall clock for each minute, and counting on fingers.
 * It shares nothing with the product but the shape of a calendar file, so that the two cannot err together.
 */
import type { CalendarFile } from '../../engine/model/person.ts';

const MINUTE = 60_000;
const DAY = 1_440;
const LOOK_EVERY = 15;

/** What the wall clock of a zone showed, minute by minute, from one moment to another. */
export interface Wall {
  readonly zone: string;
  readonly fromAt: number;
  readonly minutes: number;
  /** Minutes since 1970-01-01 00:00 as the wall shows them. */
  readonly shown: Int32Array;
  /** The latest that the wall had ever shown by then: it never falls, not even when clocks go back. */
  readonly latest: Int32Array;
}

/** Answers in whole minutes from the start of the wall; undefined where the answer lies behind its end. */
export interface MinuteOracle {
  readonly isWorking: (minute: number) => boolean;
  readonly isWorkingOrClosing: (minute: number) => boolean;
  readonly countBetween: (from: number, to: number) => number;
  readonly add: (start: number, count: number) => number | undefined;
  readonly subtract: (end: number, count: number) => number | undefined;
  readonly addDays: (start: number, days: number) => number | undefined;
  readonly addWeeks: (start: number, weeks: number) => number | undefined;
}

/** Reads the wall of a zone through `Intl`. Begin on a day without a change of clocks. */
export function readWall(zone: string, fromAt: number, days: number): Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const minutes = days * DAY;
  const shown = new Int32Array(minutes);
  const latest = new Int32Array(minutes);
  for (let minute = 0; minute < minutes; minute += 1) {
    // Every clock change since 1970 in the zones under test is on a quarter of an hour.
    const step = minute % LOOK_EVERY;
    shown[minute] = step === 0 ? readShown(format, fromAt + minute * MINUTE) : (shown[minute - step] ?? 0) + step;
    latest[minute] = Math.max(shown[minute] ?? 0, latest[minute - 1] ?? 0);
  }
  return { zone, fromAt, minutes, shown, latest };
}

function readShown(format: Intl.DateTimeFormat, at: number): number {
  const digits = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d)$/.exec(format.format(at));
  if (digits === null) throw new Error(`The wall cannot be read: ${format.format(at)}`);
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = digits.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
}

/** Marks every minute of the wall with the day whose window it lies in, then answers by counting marks. */
export function openMinuteOracle(file: CalendarFile, wall: Wall): MinuteOracle {
  const dayOf = markMinutes(file, wall);
  const at = (minute: number): number => dayOf[minute] ?? -1;
  const isWorking = (minute: number): boolean => at(minute) >= 0;
  const isWorkingOrClosing = (minute: number): boolean => isWorking(minute) || isWorking(minute - 1);
  const settle = (start: number): number | undefined => findFrom(wall, start, isWorkingOrClosing);
  const settleAtShown = (shown: number): number | undefined => {
    const reached = findFrom(wall, 0, (minute) => (wall.latest[minute] ?? 0) >= shown);
    return reached === undefined || reached === 0 ? undefined : settle(reached);
  };
  return {
    isWorking,
    isWorkingOrClosing,
    countBetween: (from, to) => countMinutes(from, to, isWorking),
    add: (start, count) =>
      count === 0 ? settle(start) : walk({ from: start, step: 1, count, limit: wall.minutes }, isWorking),
    subtract: (end, count) => (count === 0 ? end : walk({ from: end - 1, step: -1, count, limit: -1 }, isWorking)),
    addDays: (start, days) => {
      const from = settle(start);
      if (from === undefined) return undefined;
      const day = isWorking(from) ? at(from) : at(from - 1);
      let target = day;
      for (let left = days; left > 0; ) if (windowsOf(file, (target += 1)).length > 0) left -= 1;
      return settleAtShown((wall.shown[from] ?? 0) + (target - day) * DAY);
    },
    addWeeks: (start, weeks) => settleAtShown((wall.shown[start] ?? 0) + weeks * 7 * DAY),
  };
}

function markMinutes(file: CalendarFile, wall: Wall): Int32Array {
  const dayOf = new Int32Array(wall.minutes).fill(-1);
  const firstDay = Math.floor((wall.latest[0] ?? 0) / DAY) - 1;
  const lastDay = Math.floor((wall.latest[wall.minutes - 1] ?? 0) / DAY);
  const windows = new Map<number, [number, number][]>();
  for (let day = firstDay; day <= lastDay; day += 1) windows.set(day, windowsOf(file, day));
  for (let minute = 0; minute < wall.minutes; minute += 1) {
    const latest = wall.latest[minute] ?? 0;
    const today = Math.floor(latest / DAY);
    for (const day of [today - 1, today]) {
      const open =
        windows.get(day)?.some(([from, to]) => from <= latest - day * DAY && latest - day * DAY < to) ?? false;
      if (open) dayOf[minute] = day;
    }
  }
  return dayOf;
}

function windowsOf(file: CalendarFile, day: number): [number, number][] {
  if (file.week === 'always') return [[0, DAY]];
  const date = new Date(day * DAY * MINUTE);
  const text = date.toISOString().slice(0, 10);
  const own = Object.hasOwn(file.exceptions, text) ? file.exceptions[text] : undefined;
  const usual = file.holidays.includes(text) ? [] : file.week[(date.getUTCDay() + 6) % 7];
  return (own ?? usual ?? []).map(([from, to]) => [minuteOf(from), minuteOf(to)]);
}

function minuteOf(text: string): number {
  const [time = '', nextDay] = text.split('+');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes + (nextDay === undefined ? 0 : DAY);
}

function findFrom(wall: Wall, start: number, accepts: (minute: number) => boolean): number | undefined {
  for (let minute = start; minute < wall.minutes; minute += 1) if (accepts(minute)) return minute;
  return undefined;
}

function countMinutes(from: number, to: number, counts: (minute: number) => boolean): number {
  let count = 0;
  for (let minute = from; minute < to; minute += 1) if (counts(minute)) count += 1;
  return count;
}

/** Steps minute by minute until `count` of them counted; answers the far edge of the last one. */
function walk(
  way: { from: number; step: 1 | -1; count: number; limit: number },
  counts: (minute: number) => boolean,
): number | undefined {
  let left = way.count;
  for (let minute = way.from; minute !== way.limit; minute += way.step) {
    if (counts(minute)) left -= 1;
    if (left === 0) return way.step === 1 ? minute + 1 : minute;
  }
  return undefined;
}
