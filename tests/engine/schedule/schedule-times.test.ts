import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { readCron } from '../../../engine/schedule/cron.ts';
import { nextNominal, type Timetable } from '../../../engine/schedule/next-nominal.ts';
import { type CatchUp, MOST_MISSED, ON_TIME_MS, planFirings } from '../../../engine/schedule/plan-firings.ts';
import { openZoneClock } from '../../../engine/workflow/calendar/zone-clock.ts';
import { drawToWorkingDay, mayFireOn } from '../../../engine/workflow/schedule-calendar.ts';
import { samplePlant } from '../../support/sample-plant.ts';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);

function timetable(cron: string, zone: string): Timetable {
  const read = readCron(cron);
  if (read.kind === 'broken') throw new Error(read.message);
  return { cron: read, wall: openZoneClock(zone) };
}

function nominals(cron: string, zone: string, [from, count]: readonly [string, number]): readonly string[] {
  const times = timetable(cron, zone);
  const found: string[] = [];
  for (let next = nextNominal(times, at(from)); next !== null && found.length < count; next = nextNominal(times, next))
    found.push(new Date(next).toISOString().slice(0, 16));
  return found;
}

describe('nominal times of schedules', () => {
  it('[SC11] a time on a day off is drawn forward to the working day before, and days that meet there fire once', () => {
    // given: 25 December 2026, a Friday, is a holiday; 25 April and 25 July are Saturdays, 25 October is a Sunday
    const office = JSON.parse(readFileSync('server/plant/calendars.json', 'utf8')).find(
      ({ id }: { readonly id: string }) => id === 'office',
    );
    const drawn = (cron: string, from: string, count: number): readonly string[] => {
      const written = timetable(cron, 'Asia/Taipei');
      const times = { ...written, drawForward: drawToWorkingDay(office, written.wall) };
      const found: string[] = [];
      for (
        let next = nextNominal(times, at(from));
        next !== null && found.length < count;
        next = nextNominal(times, next)
      )
        found.push(new Date(next).toISOString().slice(0, 16));
      return found;
    };
    // when, then
    expect(drawn('0 9 25 * *', '2026-10-01T00:00Z', 4)).to.deep.equal([
      '2026-10-23T01:00',
      '2026-11-25T01:00',
      '2026-12-24T01:00',
      '2027-01-25T01:00',
    ]);
    // asked on the day itself, after it has fired
    expect(drawn('0 9 25 * *', '2026-12-24T01:00Z', 1)).to.deep.equal(['2027-01-25T01:00']);
    expect(drawn('0 9 * * *', '2026-12-24T00:00Z', 3)).to.deep.equal([
      '2026-12-24T01:00',
      '2026-12-28T01:00',
      '2026-12-29T01:00',
    ]);
  });

  it('[SC1] five fields are read, what cannot come is refused with a sentence', () => {
    for (const good of ['0 6 * * 1-5', '*/15 * * * *', '0 6 L * *', '0 6 29 2 *', '30 7 1,15 JAN-MAR MON'])
      expect(readCron(good).kind, good).to.equal('read');
    const broken = [
      '0 0 30 2 *',
      '0 0 31 4 *',
      '61 0 * * *',
      '0 25 * * *',
      '? 6 * * *',
      '0 0 6 * * *',
      '@daily',
      '',
      '*/0 * * * *',
      '5-1 6 * * *',
    ];
    for (const bad of broken) {
      const read = readCron(bad);
      expect(read.kind, bad).to.equal('broken');
      expect(read.kind === 'broken' && read.message, bad).to.match(/[.]$/);
    }
  });

  it('[SC2] a reading that the wall skips fires once, at the moment of the change', () => {
    expect(nominals('30 2 * * *', 'America/New_York', ['2026-03-07T00:00Z', 3])).to.deep.equal([
      '2026-03-07T07:30',
      '2026-03-08T07:00',
      '2026-03-09T06:30',
    ]);
  });

  it('[SC2] a reading that the wall shows twice fires once, at its first coming', () => {
    expect(nominals('30 1 * * *', 'America/New_York', ['2026-10-31T06:00Z', 2])).to.deep.equal([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ]);
    expect(nominals('*/30 * * * *', 'America/New_York', ['2026-11-01T04:45Z', 4])).to.deep.equal([
      '2026-11-01T05:00',
      '2026-11-01T05:30',
      '2026-11-01T07:00',
      '2026-11-01T07:30',
    ]);
  });

  it('[SC2] asked at any moment of the day of a change, the next time is later and never repeats a reading', () => {
    for (const day of ['2026-03-08T04:00Z', '2026-11-01T03:00Z']) {
      const times = timetable('0,20,40 * * * *', 'America/New_York');
      const seen = new Set<number>();
      for (let now = at(day); now < at(day) + 8 * HOUR; now += 7 * 60_000) {
        const next = nextNominal(times, now) ?? 0;
        expect(next).to.be.greaterThan(now);
        seen.add(next);
      }
      const readings = [...seen].map((nominal) => times.wall.localOf(nominal));
      expect(new Set(readings).size).to.equal(readings.length);
    }
  });

  it('[SC3] working days and working times of a calendar', () => {
    const office = samplePlant().calendars.get('office');
    if (office === undefined) throw new Error('The sample plant has an office.');
    const [saturday, mondaySix, mondayNine] = ['2026-11-28T01:00Z', '2026-11-22T22:00Z', '2026-11-23T01:00Z'].map(at);
    const onDays = mayFireOn(office, 'working_day');
    const inTime = mayFireOn(office, 'office');
    expect([saturday, mondaySix, mondayNine].map((moment) => onDays(moment ?? 0))).to.deep.equal([false, true, true]);
    expect([saturday, mondaySix, mondayNine].map((moment) => inTime(moment ?? 0))).to.deep.equal([false, false, true]);
  });
});

describe('what a tick decides', () => {
  const times = timetable('0 * * * *', 'UTC');
  const start = at('2026-11-23T00:30Z');
  const plan = (catchUp: CatchUp, now: number, mayFire = (_at: number) => true) =>
    planFirings({ times, catchUp, mayFire }, start, now).firings.map(({ nominalAt, act, why }) => [
      new Date(nominalAt).getUTCHours(),
      act,
      why,
    ]);

  it('[SC4] on time within a minute, then missed', () => {
    expect(plan('none', at('2026-11-23T01:00Z'))).to.deep.equal([[1, 'start', null]]);
    expect(plan('none', at('2026-11-23T01:00Z') + ON_TIME_MS - 1)).to.deep.equal([[1, 'start', null]]);
    expect(plan('none', at('2026-11-23T01:00Z') + ON_TIME_MS)).to.deep.equal([[1, 'skip', 'missed']]);
  });

  it('[SC4] none notes, last starts the newest, all starts each', () => {
    const now = at('2026-11-23T03:10Z');
    expect(plan('none', now)).to.deep.equal([1, 2, 3].map((hour) => [hour, 'skip', 'missed']));
    expect(plan('last', now)).to.deep.equal([
      [1, 'skip', 'newer'],
      [2, 'skip', 'newer'],
      [3, 'start', 'caught_up'],
    ]);
    expect(plan('all', now)).to.deep.equal([1, 2, 3].map((hour) => [hour, 'start', 'caught_up']));
  });

  it('[SC4] the newest is the newest that may fire', () => {
    const notThree = (moment: number): boolean => new Date(moment).getUTCHours() !== 3;
    expect(plan('last', at('2026-11-23T03:10Z'), notThree)).to.deep.equal([
      [1, 'skip', 'newer'],
      [2, 'start', 'caught_up'],
      [3, 'skip', 'calendar'],
    ]);
  });

  it('[SC6] of very many missed times the rest is one row', () => {
    const now = start + 5_000 * HOUR;
    for (const catchUp of ['none', 'last', 'all'] as const) {
      const { firings, decidedAt } = planFirings({ times, catchUp, mayFire: () => true }, start, now);
      expect(firings).to.have.length(MOST_MISSED + 1);
      expect(firings.at(-1)?.why).to.equal(catchUp === 'last' ? 'caught_up' : 'too_many');
      expect(decidedAt).to.equal(now);
      const started = { none: 0, last: 1, all: MOST_MISSED }[catchUp];
      expect(firings.filter(({ act }) => act === 'start')).to.have.length(started);
    }
  });

  it('[SC7] a clock that went back finds nothing', () => {
    const { firings, decidedAt } = planFirings({ times, catchUp: 'all', mayFire: () => true }, start, start - 9 * HOUR);
    expect([firings, decidedAt]).to.deep.equal([[], start]);
  });
});
