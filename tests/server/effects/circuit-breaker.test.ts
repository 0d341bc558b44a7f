import { expect } from 'chai';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { openCircuitBreaker } from '../../../server/effects/circuit-breaker.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { failureOf } from './http/failure-of.ts';

const NOON = Date.UTC(2026, 10, 23, 4);
const fail = async (): Promise<never> => {
  throw new Error('no answer');
};
const refuse = async (): Promise<never> => {
  throw new EffectFailure('http.404', 'Not here.', false);
};

describe('the circuit breakers of a server', () => {
  it('[CB5] who is not let through fails at once, is told the rest of the time, and never reaches the target', async () => {
    // given
    const clock = openManualClock(NOON);
    const breaker = openCircuitBreaker(clock);
    for (let time = 0; time < 5; time += 1) await breaker.through('erp:443', fail).catch(() => undefined);
    clock.move(10_000);
    let asked = 0;

    // when
    const failure = await failureOf(breaker.through('erp:443', async () => (asked += 1)));

    // then
    expect([failure.code, failure.retry, failure.retryAfterMs, asked]).to.deep.equal([
      'target.resting',
      true,
      20_000,
      0,
    ]);
    clock.move(20_000);
    expect(await breaker.through('erp:443', async () => 'well')).to.equal('well');
    expect(await breaker.through('erp:443', async () => 'and well')).to.equal('and well');
  });

  it('[CB6] one target’s rest touches no other', async () => {
    const breaker = openCircuitBreaker(openManualClock(NOON));
    for (let time = 0; time < 5; time += 1) await breaker.through('erp:443', fail).catch(() => undefined);
    expect(await breaker.through('erp:8443', async () => 'well')).to.equal('well');
  });

  it('[CB1] a refusal is an answer: a target that refuses is not left in peace', async () => {
    const breaker = openCircuitBreaker(openManualClock(NOON));
    for (let time = 0; time < 9; time += 1)
      expect((await failureOf(breaker.through('erp:443', refuse))).code).to.equal('http.404');
  });
});
