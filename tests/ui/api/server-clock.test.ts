import { expect } from 'chai';
import { openServerClock } from '../../../ui/api/server-clock.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');

describe('clock of the server', () => {
  it('is the device’s own where both agree', () => {
    const clock = openServerClock(() => NOON);
    clock.learn(new Date(NOON + 2_000).toUTCString());
    expect(clock.now()).to.equal(NOON);
  });

  it('goes by the server where the device is wrong, and tells who listens', () => {
    // given
    const clock = openServerClock(() => NOON);
    let told = 0;
    clock.subscribe(() => told++);

    // when
    clock.learn(new Date(NOON + 1_800_000).toUTCString());

    // then
    expect(clock.now()).to.equal(NOON + 1_800_000);
    expect(told).to.equal(1);
  });

  it('does not jitter with every answer', () => {
    const clock = openServerClock(() => NOON);
    clock.learn(new Date(NOON + 1_800_000).toUTCString());
    clock.learn(new Date(NOON + 1_803_000).toUTCString());
    expect(clock.now()).to.equal(NOON + 1_800_000);
  });

  it('does not mind an answer without a date', () => {
    const clock = openServerClock(() => NOON);
    clock.learn(null);
    clock.learn('not a date');
    expect(clock.now()).to.equal(NOON);
  });
});
