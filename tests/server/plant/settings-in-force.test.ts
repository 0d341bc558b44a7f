import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  NOTHING_SET,
  nextSettingsAt,
  settingAt,
  settingsAt,
  withChange,
} from '../../../server/plant/settings-in-force.ts';

const SHIPPED = [{ fromAt: 0, settings: { limits: { low: 1, high: 2 }, rate: 3 } }];
const POINTERS = ['/limits/low', '/limits/high', '/rate'] as const;

/** Changes one after another: how long after the one before it is made, how long it waits, what it sets. */
const CHANGES = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 5 }),
    wait: fc.integer({ min: 0, max: 20 }),
    pointer: fc.constantFrom(...POINTERS),
    value: fc.integer({ min: 10, max: 99 }),
  }),
  { maxLength: 12 },
);

describe('settings in force', () => {
  it('[PS5] are at every moment what the changes say in the order of their times, however they are kept', () => {
    fc.assert(
      fc.property(CHANGES, (changes) => {
        // given
        let now = 1;
        let set = NOTHING_SET;
        const made: { readonly fromAt: number; readonly pointer: string; readonly value: number }[] = [];
        for (const { pause, wait, pointer, value } of changes) {
          now += pause;
          const change = { fromAt: now + wait, pointer, value };
          set = withChange(set, { fromAt: change.fromAt, values: { [pointer]: value } }, now);
          made.push(change);
        }

        // then
        for (let at = now; at < now + 25; at += 1) {
          const settings = settingsAt(SHIPPED, set, at);
          for (const pointer of POINTERS) {
            const told = made
              .filter((change) => change.pointer === pointer && change.fromAt <= at)
              .sort((a, b) => a.fromAt - b.fromAt)
              .at(-1)?.value;
            expect(settingAt(settings, pointer)).to.equal(told ?? settingAt(SHIPPED[0]?.settings ?? {}, pointer));
          }
          const next = nextSettingsAt(SHIPPED, set, at);
          const coming = made.map(({ fromAt }) => fromAt).filter((fromAt) => fromAt > at);
          expect(next).to.equal(coming.length === 0 ? null : Math.min(...coming));
        }
      }),
      { seed: 4_711, numRuns: 300 },
    );
  });

  it('[PS5] leave out what ships no more, and share nothing with what ships', () => {
    const set = withChange(NOTHING_SET, { fromAt: 1, values: { '/gone/long': 1, '/rate': 4 } }, 1);
    expect(settingsAt(SHIPPED, set, 2)).to.deep.equal({ limits: { low: 1, high: 2 }, rate: 4 });
    expect(SHIPPED[0]?.settings.rate).to.equal(3);
  });
});
