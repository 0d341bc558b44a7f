import { expect } from 'chai';
import * as fc from 'fast-check';
import { isEngineError } from '../../../../engine/model/engine-error.ts';
import { addDuration } from '../../../../engine/workflow/calendar/add-duration.ts';
import { type Calendar, compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { type Duration, parseDuration } from '../../../../engine/workflow/calendar/duration.ts';
import { isWorking } from '../../../../engine/workflow/calendar/working-time.ts';
import { calendarArbitrary, calendarOf, momentOf, PLANT_FILES, textOf } from './calendar-files.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 9, 1);
const DATES = ['2026-10-12', '2026-10-26', '2026-11-02', '2026-11-23', '2026-12-25'];
const SEED = { seed: 20_261_125, numRuns: 300 };

const AMOUNT = fc.record<Duration>({
  months: fc.nat(14),
  weeks: fc.nat(6),
  days: fc.nat(30),
  ms: fc.nat(100 * 3_600_000),
  calendar: fc.constant(null),
});
const STARTS = fc.integer({ min: BEGIN, max: BEGIN + 90 * DAY });

describe('adding a duration', () => {
  it('[CAL4] one working day is never 24 working hours', () => {
    // given
    const office = calendarOf('office');
    const startAt = momentOf(office.zone, '2026-11-25 10:00');

    // then
    expect(textOf(office.zone, addDuration(office, startAt, durationOf('P1D')))).to.equal('2026-11-26 10:00');
    expect(textOf(office.zone, addDuration(office, startAt, durationOf('PT24H')))).to.equal('2026-11-30 10:00');
  });

  it('[CAL4] a start outside working time is due no earlier than a start before it', () => {
    // given
    const office = calendarOf('office');
    const due = (text: string): string =>
      textOf(office.zone, addDuration(office, momentOf(office.zone, text), durationOf('P1D')));

    // then
    expect(due('2026-11-27 17:00')).to.equal('2026-11-30 17:00');
    expect(due('2026-11-27 19:00')).to.equal('2026-12-01 08:30');
    expect(due('2026-11-29 10:00')).to.equal('2026-12-01 08:30');
  });

  it('[CAL3] every due time is a moment at which the calendar is open or just closes', () => {
    const drawn = fc
      .constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe')
      .chain((zone) => calendarArbitrary(zone, DATES));
    fc.assert(
      fc.property(drawn, STARTS, AMOUNT, (file, startAt, duration) => {
        const calendar = compileCalendar(file);
        const dueAt = addDuration(calendar, startAt, duration);
        expect(dueAt).to.be.at.least(startAt);
        expect(isWorking(calendar, dueAt) || isWorking(calendar, dueAt - 1)).to.equal(true);
      }),
      SEED,
    );
  });

  it('[CAL4] without a change of clocks, a later start or one day more is never due earlier', () => {
    fc.assert(
      fc.property(
        calendarArbitrary('Asia/Taipei', DATES),
        STARTS,
        STARTS,
        fc.nat(30),
        (file, firstAt, secondAt, days) => {
          const calendar = compileCalendar(file);
          const due = (startAt: number, count: number): number =>
            addDuration(calendar, startAt, { ...durationOf('P1D'), days: count });
          const [early, late] = [Math.min(firstAt, secondAt), Math.max(firstAt, secondAt)];
          expect(due(late, days)).to.be.at.least(due(early, days));
          expect(due(early, days + 1)).to.be.at.least(due(early, days));
        },
      ),
      SEED,
    );
  });

  it('[CAL8] on a calendar of every minute, hours are plain time', () => {
    const always = calendarOf('always-madrid');
    fc.assert(
      fc.property(STARTS, fc.nat(400 * DAY), (startAt, ms) => {
        expect(addDuration(always, startAt, { ...durationOf('PT0S'), ms })).to.equal(startAt + ms);
      }),
      SEED,
    );
  });

  it('[CAL8] on a calendar of every minute, a day keeps the time of day', () => {
    const always = calendarOf('always-madrid');
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 23 }), fc.nat(400), (hour, days) => {
        const startAt = momentOf('Europe/Madrid', `2026-11-25 ${String(hour).padStart(2, '0')}:10`);
        const due = textOf('Europe/Madrid', addDuration(always, startAt, { ...durationOf('P1D'), days }));
        expect(due.slice(11)).to.equal(`${String(hour).padStart(2, '0')}:10`);
        expect(Date.parse(due.slice(0, 10)) - Date.parse('2026-11-25')).to.equal(days * DAY);
      }),
      SEED,
    );
  });

  it('[CAL9] a time that comes twice is due at its first coming', () => {
    // given
    const always = calendarOf('always-madrid');
    const startAt = momentOf('Europe/Madrid', '2027-10-30 02:30');

    // then: 02:30 of summer time is 00:30 in London and in UTC
    expect(addDuration(always, startAt, durationOf('P1D'))).to.equal(Date.UTC(2027, 9, 31, 0, 30));
  });

  it('[CAL11] ten years ahead are found', () => {
    for (const file of PLANT_FILES) {
      const dueAt = addDuration(compileCalendar(file), Date.UTC(2026, 10, 25, 2), durationOf('P10Y'));
      expect(textOf('Asia/Taipei', dueAt), file.id).to.equal('2036-11-25 10:00');
    }
  });

  for (const [name, text] of [
    ['hours', 'PT29000H'],
    ['working days', 'P3653D'],
    ['years and working days', 'P9Y300D'],
    ['years and hours', 'P9Y11MT700H'],
  ] as const) {
    it(`[CAL11] more than ten years of ${name} are refused, not searched for`, () => {
      // given
      const office = calendarOf('office');

      // when
      const error = caught(office, text);

      // then
      expect(isEngineError(error, 'expression.failed')).to.equal(true);
      expect(String(error)).to.contain('more than ten years away');
    });
  }
});

function durationOf(text: string): Duration {
  const parsed = parseDuration(text);
  if (parsed.kind === 'refused') throw new Error(parsed.problem.message);
  return parsed.duration;
}

function caught(calendar: Calendar, text: string): unknown {
  try {
    return addDuration(calendar, Date.UTC(2026, 10, 25), durationOf(text));
  } catch (error) {
    return error;
  }
}
