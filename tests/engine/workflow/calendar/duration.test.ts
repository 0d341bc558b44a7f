import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseDuration } from '../../../../engine/workflow/calendar/duration.ts';

const HOUR = 3_600_000;
const NOTHING = { months: 0, weeks: 0, days: 0, ms: 0, calendar: null };

const READ = {
  PT4H: { ms: 4 * HOUR },
  PT15M: { ms: HOUR / 4 },
  PT90S: { ms: 90_000 },
  PT1H30M10S: { ms: 5_410_000 },
  P1D: { days: 1 },
  P1DT2H: { days: 1, ms: 2 * HOUR },
  P2W: { weeks: 2 },
  P1M: { months: 1 },
  P1Y: { months: 12 },
  P1Y2M3W4DT5H6M7S: { months: 14, weeks: 3, days: 4, ms: 5 * HOUR + 367_000 },
  'P1D@office': { days: 1, calendar: 'office' },
  'P10D@always': { days: 10, calendar: 'always' },
  'PT30M@floor-2shift': { ms: HOUR / 2, calendar: 'floor-2shift' },
  PT0S: {},
  P10Y: { months: 120 },
} as const;

const REFUSED = {
  '': 'duration.empty',
  ' ': 'duration.empty',
  '@office': 'duration.empty',
  P: 'duration.empty',
  PT: 'duration.empty',
  P1DT: 'duration.empty',
  '-P1D': 'duration.negative',
  'PT-4H': 'duration.negative',
  '+P1D': 'duration.negative',
  'PT1.5H': 'duration.fraction',
  'P0,5D': 'duration.fraction',
  '4h': 'duration.unknown',
  pt4h: 'duration.unknown',
  P1H: 'duration.unknown',
  PT1D: 'duration.unknown',
  P1D2W: 'duration.unknown',
  ' PT4H': 'duration.unknown',
  'PT4H ': 'duration.unknown',
  '2026-11-25': 'duration.unknown',
  'P1D@office@floor': 'duration.unknown',
  'P1D@': 'duration.calendar_invalid',
  'P1D@Office': 'duration.calendar_invalid',
  'P1D@ office': 'duration.calendar_invalid',
  P11Y: 'duration.too_long',
  P9999D: 'duration.too_long',
  [`PT${'9'.repeat(400)}S`]: 'duration.too_long',
} as const;

describe('a duration', () => {
  for (const [text, parts] of Object.entries(READ)) {
    it(`[CAL1] ${text} is read`, () => {
      expect(parseDuration(text)).to.deep.equal({ kind: 'duration', duration: { ...NOTHING, ...parts } });
    });
  }

  for (const [text, code] of Object.entries(REFUSED)) {
    it(`[CAL1] "${text.slice(0, 20)}" is refused as ${code}`, () => {
      // when
      const parsed = parseDuration(text);

      // then
      expect(parsed.kind).to.equal('refused');
      if (parsed.kind !== 'refused') return;
      expect(parsed.problem).to.include({ path: '', code });
      expect(parsed.problem.message).to.match(/^The duration ".*" .+\.$/s);
    });
  }

  it('[CAL1] no text makes the reader throw', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'PTYMWDHS0159@-.+ ab') }));
    fc.assert(
      fc.property(text, (drawn) => {
        expect(parseDuration(drawn).kind).to.be.oneOf(['duration', 'refused']);
      }),
      { seed: 20_261_125, numRuns: 2_000 },
    );
  });
});
