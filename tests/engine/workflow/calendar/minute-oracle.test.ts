import { expect } from 'chai';
import * as fc from 'fast-check';
import { addDuration } from '../../../../engine/workflow/calendar/add-duration.ts';
import { type Calendar, compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import type { Duration } from '../../../../engine/workflow/calendar/duration.ts';
import {
  addWorkingMs,
  isWorking,
  nextWorkingAt,
  subtractWorkingMs,
  workingMsBetween,
} from '../../../../engine/workflow/calendar/working-time.ts';
import { type MinuteOracle, openMinuteOracle, readWall, type Wall } from '../../../support/minute-oracle.ts';
import { calendarArbitrary } from './calendar-files.ts';

const MINUTE = 60_000;
const DAY = 1_440;
const DAYS = 28;
const CALENDARS = 20;
const SEED = 20_261_125;
const NOTHING: Duration = { months: 0, weeks: 0, days: 0, ms: 0, calendar: null };

// Four weeks each, in the middle of which the clocks change: by an hour, by half an hour, both ways, and not at all.
const STRETCHES = [
  { zone: 'Europe/Madrid', from: '2026-03-15' },
  { zone: 'Europe/Madrid', from: '2026-10-11' },
  { zone: 'America/New_York', from: '2026-02-22' },
  { zone: 'America/New_York', from: '2026-10-18' },
  { zone: 'Australia/Lord_Howe', from: '2026-03-22' },
  { zone: 'Australia/Lord_Howe', from: '2026-09-20' },
  { zone: 'Asia/Taipei', from: '2026-09-20' },
] as const;

interface Place {
  readonly calendar: Calendar;
  readonly oracle: MinuteOracle;
}

describe('working time against a minute-by-minute oracle', () => {
  for (const { zone, from } of STRETCHES) {
    describe(`${zone} from ${from}`, () => {
      const named = `in ${zone} after ${from}`;
      const beginsAt = Date.parse(`${from}T00:00:00Z`);
      const atOf = (minute: number): number => beginsAt + minute * MINUTE;
      const minuteOf = (at: number): number => (at - beginsAt) / MINUTE;
      let places: readonly Place[] = [];

      before(() => {
        const wall: Wall = readWall(zone, beginsAt, DAYS);
        const files = fc.sample(calendarArbitrary(zone, datesFrom(beginsAt)), { seed: SEED, numRuns: CALENDARS });
        places = files.map((file) => ({ calendar: compileCalendar(file), oracle: openMinuteOracle(file, wall) }));
      });
      after(() => {
        places = [];
      });

      const check = (most: number, holds: (place: Place, start: number, amount: number) => void): void => {
        const start = fc.oneof(
          fc.integer({ min: 13 * DAY, max: 15 * DAY }), // around the change of clocks
          fc.integer({ min: 2 * DAY, max: (DAYS - 2) * DAY }),
        );
        const property = fc.property(fc.nat(CALENDARS - 1), start, fc.nat(most), (index, minute, amount) => {
          const place = places[index];
          fc.pre(place !== undefined);
          holds(place, minute, amount);
        });
        fc.assert(property, { seed: SEED, numRuns: 200 });
      };

      it(`[CAL2] the calendar is open where the oracle says so, ${named}`, () => {
        check(0, ({ calendar, oracle }, start) => {
          expect(isWorking(calendar, atOf(start))).to.equal(oracle.isWorking(start));
          const next = oracle.add(start, 1);
          if (next !== undefined) expect(minuteOf(nextWorkingAt(calendar, atOf(start)))).to.equal(next - 1);
        });
      });

      it(`[CAL2] hours are counted as by the oracle, ${named}`, () => {
        check(3_000, ({ calendar, oracle }, start, amount) => {
          const expected = oracle.add(start, amount);
          fc.pre(expected !== undefined);
          expect(minuteOf(addWorkingMs(calendar, atOf(start), amount * MINUTE))).to.equal(expected);
        });
      });

      it(`[CAL12] the time between two moments is counted as by the oracle, ${named}`, () => {
        check(10_000, ({ calendar, oracle }, start, amount) => {
          const end = Math.min(start + amount, DAYS * DAY);
          expect(workingMsBetween(calendar, atOf(start), atOf(end)) / MINUTE).to.equal(oracle.countBetween(start, end));
        });
      });

      it(`[CAL13] hours are counted back as by the oracle, ${named}`, () => {
        check(3_000, ({ calendar, oracle }, end, amount) => {
          const expected = oracle.subtract(end, amount);
          fc.pre(expected !== undefined);
          expect(minuteOf(subtractWorkingMs(calendar, atOf(end), amount * MINUTE))).to.equal(expected);
        });
      });

      it(`[CAL4] working days are counted as by the oracle, ${named}`, () => {
        check(5, ({ calendar, oracle }, start, amount) => {
          const expected = oracle.addDays(start, amount + 1);
          fc.pre(expected !== undefined);
          expect(minuteOf(addDuration(calendar, atOf(start), { ...NOTHING, days: amount + 1 }))).to.equal(expected);
        });
      });

      it(`[CAL6] weeks are counted as by the oracle, ${named}`, () => {
        check(1, ({ calendar, oracle }, start, amount) => {
          const expected = oracle.addWeeks(start, amount + 1);
          fc.pre(expected !== undefined);
          expect(minuteOf(addDuration(calendar, atOf(start), { ...NOTHING, weeks: amount + 1 }))).to.equal(expected);
        });
      });

      it(`[CAL7] a week, days and hours together are counted one after the other, ${named}`, () => {
        check(1_000, ({ calendar, oracle }, start, amount) => {
          const days = amount % 4;
          const inWeek = oracle.addWeeks(start, 1);
          fc.pre(inWeek !== undefined);
          const inDays = days === 0 ? inWeek : oracle.addDays(inWeek, days);
          fc.pre(inDays !== undefined);
          const expected = oracle.add(inDays, amount);
          fc.pre(expected !== undefined);
          const due = addDuration(calendar, atOf(start), { ...NOTHING, weeks: 1, days, ms: amount * MINUTE });
          expect(minuteOf(due)).to.equal(expected);
        });
      });
    });
  }
});

/** The dates on which a random holiday or exception matters. */
function datesFrom(beginsAt: number): readonly string[] {
  return Array.from({ length: DAYS }, (_, day) => new Date(beginsAt + day * DAY * MINUTE).toISOString().slice(0, 10));
}
