import { expect } from 'chai';
import * as fc from 'fast-check';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import {
  addWorkingMs,
  isWorking,
  nextWorkingAt,
  subtractWorkingMs,
  workingMsBetween,
} from '../../../../engine/workflow/calendar/working-time.ts';
import { calendarArbitrary, calendarOf, everyDay, momentOf, textOf } from './calendar-files.ts';

const HOUR = 3_600_000;
const ZONES = ['Europe/Madrid', 'America/New_York', 'Asia/Taipei', 'Australia/Lord_Howe'];
const DATES = ['2026-10-02', '2026-10-23', '2026-10-26', '2026-11-02', '2026-11-03'];
const BEGIN = Date.UTC(2026, 8, 28);
const DAY = 86_400_000;

const OFFICE = calendarOf('office');
const office = (text: string): number => momentOf(OFFICE.zone, text);

/** A random calendar around the autumn's changes of clocks, two moments to the millisecond, and an amount. */
const DRAWN = fc.constantFrom(...ZONES).chain((zone) =>
  fc.record({
    calendar: calendarArbitrary(zone, DATES).map(compileCalendar),
    firstAt: fc.integer({ min: BEGIN, max: BEGIN + 45 * DAY }),
    secondAt: fc.integer({ min: BEGIN, max: BEGIN + 45 * DAY }),
    ms: fc.integer({ min: 1, max: 200 * HOUR }),
  }),
);

describe('working time', () => {
  it('[CAL2] an opening is open and a moment of closing is not', () => {
    expect(isWorking(OFFICE, office('2026-11-25 08:30'))).to.equal(true);
    expect(isWorking(OFFICE, office('2026-11-25 17:30') - 1)).to.equal(true);
    expect(isWorking(OFFICE, office('2026-11-25 17:30'))).to.equal(false);
    expect(isWorking(OFFICE, office('2026-11-25 08:30') - 1)).to.equal(false);
    expect(isWorking(OFFICE, office('2026-12-25 10:00'))).to.equal(false);
  });

  it('[CAL2] the next working moment is now, or the next opening', () => {
    expect(nextWorkingAt(OFFICE, office('2026-11-25 10:07'))).to.equal(office('2026-11-25 10:07'));
    expect(nextWorkingAt(OFFICE, office('2026-11-25 12:00'))).to.equal(office('2026-11-25 13:00'));
    expect(nextWorkingAt(OFFICE, office('2026-12-24 17:30'))).to.equal(office('2026-12-28 08:30'));
  });

  it('[CAL5] after midnight the late shift is open, by the day on which it began', () => {
    const floor = calendarOf('floor-2shift');
    const open = (text: string): boolean => isWorking(floor, momentOf(floor.zone, text));
    expect(open('2026-11-28 01:29')).to.equal(true);
    expect(open('2026-11-28 01:30')).to.equal(false);
    expect(open('2026-11-30 01:00')).to.equal(false);
    expect(open('2026-12-25 01:00')).to.equal(true);
    expect(open('2026-12-26 01:00')).to.equal(false);
  });

  it('[CAL12] breaks, nights, holidays and weekends do not count between two moments', () => {
    expect(workingMsBetween(OFFICE, office('2026-11-25 11:00'), office('2026-11-25 14:00'))).to.equal(2 * HOUR);
    expect(workingMsBetween(OFFICE, office('2026-12-24 16:00'), office('2026-12-28 11:00'))).to.equal(4 * HOUR);
    expect(workingMsBetween(OFFICE, office('2026-11-28 00:00'), office('2026-11-30 00:00'))).to.equal(0);
  });

  it('[CAL12] from the later moment to the earlier one the time is negative', () => {
    expect(workingMsBetween(OFFICE, office('2026-11-26 09:30'), office('2026-11-25 16:30'))).to.equal(-2 * HOUR);
  });

  it('[CAL13] the last four working hours before a due time begin on the working day before', () => {
    const beginsAt = subtractWorkingMs(OFFICE, office('2026-11-30 10:00'), 4 * HOUR);
    expect(textOf(OFFICE.zone, beginsAt)).to.equal('2026-11-27 15:00');
  });

  it('[CAL13] a beginning at an opening stays there', () => {
    const beginsAt = subtractWorkingMs(OFFICE, office('2026-11-30 10:00'), 1.5 * HOUR);
    expect(textOf(OFFICE.zone, beginsAt)).to.equal('2026-11-30 08:30');
  });

  it('[CAL13] nothing before an end is the end itself', () => {
    expect(subtractWorkingMs(OFFICE, office('2026-11-29 10:00'), 0)).to.equal(office('2026-11-29 10:00'));
  });

  it('[CAL12] what is added lies between', () => {
    fc.assert(
      fc.property(DRAWN, ({ calendar, firstAt, ms }) => {
        expect(workingMsBetween(calendar, firstAt, addWorkingMs(calendar, firstAt, ms))).to.equal(ms);
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('[CAL13] what is taken away lies between, and adding it leads back', () => {
    fc.assert(
      fc.property(DRAWN, ({ calendar, firstAt, ms }) => {
        const endAt = addWorkingMs(calendar, firstAt, ms);
        const startAt = subtractWorkingMs(calendar, endAt, ms);
        expect(workingMsBetween(calendar, startAt, endAt)).to.equal(ms);
        expect(addWorkingMs(calendar, startAt, ms)).to.equal(endAt);
        expect(startAt).to.be.at.least(firstAt);
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('[CAL2] a later start or a longer time never ends earlier', () => {
    fc.assert(
      fc.property(DRAWN, ({ calendar, firstAt, secondAt, ms }) => {
        const [early, late] = [Math.min(firstAt, secondAt), Math.max(firstAt, secondAt)];
        expect(addWorkingMs(calendar, late, ms)).to.be.at.least(addWorkingMs(calendar, early, ms));
        expect(addWorkingMs(calendar, early, ms + 1)).to.be.above(addWorkingMs(calendar, early, ms));
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('[CAL2] one time after another is their sum', () => {
    fc.assert(
      fc.property(DRAWN, fc.integer({ min: 1, max: 50 * HOUR }), ({ calendar, firstAt, ms }, more) => {
        const inTwo = addWorkingMs(calendar, addWorkingMs(calendar, firstAt, ms), more);
        expect(inTwo).to.equal(addWorkingMs(calendar, firstAt, ms + more));
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('[CAL9] a window inside a skipped hour is no time at all', () => {
    // given
    const short = compileCalendar(
      everyDay('short', 'Europe/Madrid', [
        ['02:10', '02:50'],
        ['10:00', '11:00'],
      ]),
    );
    const eveningAt = momentOf('Europe/Madrid', '2027-03-27 20:00');

    // when
    const next = nextWorkingAt(short, eveningAt);

    // then
    expect(textOf('Europe/Madrid', next)).to.equal('2027-03-28 10:00');
  });

  it('[CAL9] a window that ends in a repeated hour ends at its first coming', () => {
    // given
    const late = compileCalendar(everyDay('late', 'Europe/Madrid', [['20:00', '02:30+1']]));
    const from = momentOf('Europe/Madrid', '2027-10-30 19:00');

    // then
    expect(workingMsBetween(late, from, from + 20 * HOUR)).to.equal(6.5 * HOUR);
  });

  it('[CAL9] where the clocks go back over midnight, the new day has begun once and for all', () => {
    // given: at 00:01 of 2010-11-07 the clocks of St. John's went back to 23:01
    const day = compileCalendar(everyDay('day', 'America/St_Johns', [['00:00', '24:00']]));
    const sunday = compileCalendar({
      ...everyDay('sunday', 'America/St_Johns', []),
      week: [[], [], [], [], [], [], [['00:00', '24:00']]],
    });
    const midnightAt = Date.UTC(2010, 10, 7, 2, 30);

    // then
    expect(isWorking(sunday, midnightAt - 1)).to.equal(false);
    expect(isWorking(sunday, midnightAt + HOUR / 2)).to.equal(true);
    expect(subtractWorkingMs(sunday, midnightAt + HOUR / 2, HOUR / 2)).to.equal(midnightAt);
    expect(workingMsBetween(sunday, midnightAt - HOUR, midnightAt + 40 * HOUR)).to.equal(25 * HOUR);
    expect(workingMsBetween(sunday, midnightAt - HOUR, midnightAt + HOUR / 2)).to.equal(HOUR / 2);
    expect(workingMsBetween(day, midnightAt - HOUR, midnightAt + 40 * HOUR)).to.equal(41 * HOUR);
  });
});
