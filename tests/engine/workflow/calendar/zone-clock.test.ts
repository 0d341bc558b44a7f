import { expect } from 'chai';
import { openZoneClock } from '../../../../engine/workflow/calendar/zone-clock.ts';

/** What the wall shows, as a plain number. */
const local = (text: string): number => Date.parse(`${text}Z`);

const CASES: readonly (readonly [what: string, zone: string, shown: string, first: string])[] = [
  ['an ordinary time', 'Asia/Taipei', '2026-11-25T10:00', '2026-11-25T02:00'],
  ['a skipped time is the moment of the change', 'Europe/Madrid', '2027-03-28T02:30', '2027-03-28T01:00'],
  ['the end of a skipped hour is the same moment', 'Europe/Madrid', '2027-03-28T03:00', '2027-03-28T01:00'],
  ['a time just after a skipped hour', 'Europe/Madrid', '2027-03-28T03:01', '2027-03-28T01:01'],
  ['a time that comes twice is its first coming', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
  ['the end of a repeated hour comes once', 'America/New_York', '2026-11-01T02:00', '2026-11-01T07:00'],
  ['half an hour is skipped', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30'],
  ['half an hour comes twice', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45'],
  ['a midnight that is skipped', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00'],
  ['a whole day that is skipped', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00'],
  ['the time after clocks went back over midnight', 'America/St_Johns', '2010-11-07T00:00', '2010-11-07T02:30'],
];

describe('the clock of a zone', () => {
  for (const [what, zone, shown, first] of CASES) {
    it(`[CAL9] ${what}: ${shown} in ${zone}`, () => {
      expect(new Date(openZoneClock(zone).firstAt(local(shown))).toISOString().slice(0, 16)).to.equal(first);
    });
  }

  it('[CAL9] while the wall shows later times, the first moment never falls back', () => {
    for (const [zone, day] of [
      ['Europe/Madrid', '2026-03-29'],
      ['Europe/Madrid', '2026-10-25'],
      ['Pacific/Apia', '2011-12-30'],
    ] as const) {
      const clock = openZoneClock(zone);
      const midnight = local(`${day}T00:00`);
      let last = Number.NEGATIVE_INFINITY;
      for (let minute = -1_440; minute < 2_880; minute += 1) {
        const at = clock.firstAt(midnight + minute * 60_000);
        expect(at).to.be.at.least(last);
        expect(clock.localOf(at)).to.be.at.least(midnight + minute * 60_000);
        last = at;
      }
    }
  });

  it('[CAL9] a zone that is not known is a bug of the caller', () => {
    expect(() => openZoneClock('Asia/Taichung')).to.throw('The zone "Asia/Taichung" is not known.');
  });
});
