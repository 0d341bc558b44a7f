import { expect } from 'chai';
import type { Windows } from '../../../ui/pages/settings/windows.ts';
import {
  changedDays,
  dayOf,
  hoursOf,
  monthAfter,
  readWindows,
  weeksOf,
  windowsText,
  withDay,
} from '../../../ui/pages/settings/windows.ts';

const DAY: Windows = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
];
const CALENDAR = {
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: ['2026-12-25'],
  exceptions: { '2026-12-26': [['09:00', '12:00']] as Windows },
};

describe('the month view of a calendar', () => {
  it('reads hours as people write them, and writes them alike', () => {
    expect(readWindows('8:00-12:00，13:00 – 17:00')).to.deep.equal(DAY);
    expect(readWindows('21:00–01:30+1')).to.deep.equal([['21:00', '01:30+1']]);
    expect(readWindows(' ')).to.deep.equal([]);
    expect(readWindows('8 to 12')).to.equal(null);
    expect(readWindows(windowsText(DAY))).to.deep.equal(DAY);
  });

  it('a day of its own wins over a holiday, a holiday over the week', () => {
    const both = { ...CALENDAR, exceptions: { '2026-12-25': [] as Windows } };
    expect(dayOf(CALENDAR, '2026-12-24').windows).to.deep.equal(DAY);
    expect(dayOf(CALENDAR, '2026-12-25')).to.deep.include({ kind: 'holiday', windows: [] });
    expect(dayOf(both, '2026-12-25').kind).to.equal('own');
    expect(dayOf(CALENDAR, '2026-12-27').windows).to.deep.equal([]);
  });

  it('counts hours past midnight too', () => {
    expect(hoursOf(DAY)).to.equal(8);
    expect(hoursOf([['21:00', '01:30+1']])).to.equal(4.5);
    expect(hoursOf([['00:00', '24:00']])).to.equal(24);
  });

  it('a day that is changed and changed back leaves nothing behind', () => {
    const holiday = withDay(CALENDAR, { date: '2026-12-24', kind: 'holiday', windows: [] });
    const back = withDay(holiday, { date: '2026-12-24', kind: 'week', windows: DAY });
    expect(changedDays(CALENDAR, holiday)).to.deep.equal(['2026-12-24']);
    expect(changedDays(CALENDAR, back)).to.deep.equal([]);
    expect(changedDays(CALENDAR, withDay(CALENDAR, { date: '2026-12-26', kind: 'own', windows: DAY }))).to.deep.equal([
      '2026-12-26',
    ]);
  });

  it('lays the days of a month out by weeks, Monday first', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks.length).to.equal(6);
    expect(weeks[0]).to.deep.equal([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks[5]?.[0]).to.equal('2026-11-30');
    expect(weeksOf('2027-02').flat().filter(Boolean)).to.have.length(28);
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).to.deep.equal(['2027-01', '2026-12']);
  });
});
