import { expect } from 'chai';
import type { PersonRowView, SettingView, StandInView } from '../../../server/services/views/plant-view.ts';
import { findPeople } from '../../../ui/pages/people/find-people.ts';
import { isAwayThen } from '../../../ui/pages/people/is-away-then.ts';
import { readValues } from '../../../ui/pages/settings/read-values.ts';
import { saySpan } from '../../../ui/pages/settings/say-span.ts';
import { english } from '../../../ui/texts/en/index.ts';
import { english as late } from '../../../ui/texts/en/late.ts';
import { readNumber } from '../../../ui/form/read-number.ts';

describe('spans in words', () => {
  const say = (text: string) => saySpan(text, { ...english, ...late }, new Map([['office', 'Office']]));

  it('says each part, the calendar behind it, and what cannot be read as it stands', () => {
    expect(['PT15M', 'PT1H30M', 'P1D', 'P2D@office', 'P10D@always', 'P1W', 'P1Y', 'soon'].map(say)).to.deep.equal([
      ...['15 min', '1 h 30 min', '1 working day', '2 working days (Office)'],
      ...['10 days (always)', '1 week', '12 months', 'soon'],
    ]);
  });
});

describe('finding people', () => {
  const people = [
    { id: 'U03', name: 'Lin Chih-hao', department: { title: 'Production' }, roles: [{ title: 'Production manager' }] },
    { id: 'U04', name: 'Ana Torres', department: { title: 'Production' }, roles: [{ title: 'Production planner' }] },
  ] as unknown as readonly PersonRowView[];

  it('every word counts, wherever it stands', () => {
    const found = (q: string) => findPeople(people, q).map(({ id }) => id);
    expect([found(''), found('production'), found('planner ana'), found('lin planner')]).to.deep.equal([
      ['U03', 'U04'],
      ['U03', 'U04'],
      ['U04'],
      [],
    ]);
  });
});

describe('a stand-in who is away too', () => {
  const absence = { kind: 'absence', fromAt: '2026-11-23T00:00:00Z', untilAt: '2026-11-25T00:00:00Z' } as StandInView;

  it('is seen where the times share a moment, and only for absences', () => {
    const then = (entry: StandInView, from: string | null) =>
      isAwayThen({ standIns: [entry] }, from, '2026-11-26T00:00:00Z');
    expect(then(absence, '2026-11-24T00:00:00Z')).to.equal(true);
    expect(then(absence, '2026-11-25T00:00:00Z')).to.equal(false);
    expect(then(absence, null)).to.equal(false);
    expect(then({ ...absence, kind: 'delegation' }, '2026-11-24T00:00:00Z')).to.equal(false);
  });
});

describe('values that were typed', () => {
  const setting = (change: Partial<SettingView>) =>
    ({ pointer: '/a', kind: 'number', value: 5, optional: false, ...change }) as SettingView;
  const read = (one: SettingView, text: string) =>
    readValues([one], new Map([['/a', text]]), (typed) => readNumber(typed, 'en'));

  it('are sent where they differ; what cannot be read is sent as it is', () => {
    expect(read(setting({}), '5.0')).to.deep.equal({});
    expect(read(setting({}), '1,200.5')).to.deep.equal({ '/a': 1200.5 });
    expect(read(setting({}), 'many')).to.deep.equal({ '/a': 'many' });
    expect(read(setting({ kind: 'duration', value: 'P1D', optional: true }), ' ')).to.deep.equal({ '/a': null });
    expect(read(setting({ kind: 'duration', value: 'P1D' }), ' PT4H ')).to.deep.equal({ '/a': 'PT4H' });
    expect(read(setting({ kind: 'yes-no', value: true }), 'false')).to.deep.equal({ '/a': false });
  });
});
