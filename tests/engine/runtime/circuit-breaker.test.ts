import { expect } from 'chai';
import {
  askBreaker,
  BREAKER_POLICY,
  type Breaker,
  CLOSED,
  noteAnswer,
  noteFailure,
} from '../../../engine/runtime/circuit-breaker.ts';

const NOON = Date.UTC(2026, 10, 23, 4);
const { openMs } = BREAKER_POLICY;
const failed = (times: number, from: Breaker = CLOSED): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => noteFailure(BREAKER_POLICY, breaker, NOON), from);
const ask = (breaker: Breaker, now: number) => askBreaker(BREAKER_POLICY, breaker, now);

describe('the circuit breaker', () => {
  it('[CB1] five failures in a row open it, four do not', () => {
    expect(failed(4)).to.deep.equal({ kind: 'closed', failures: 4 });
    expect(failed(5)).to.deep.equal({ kind: 'open', untilAt: NOON + openMs });
  });

  it('[CB1] an answer between failures counts from nought again', () => {
    expect(failed(4, noteAnswer()).kind).to.equal('closed');
  });

  it('[CB2] open, it lets nobody through until its time, however many more fail meanwhile', () => {
    const open = noteFailure(BREAKER_POLICY, failed(5), NOON + 10_000);
    expect(ask(open, NOON + openMs - 1)).to.deep.equal({ kind: 'rest', waitMs: 1 });
  });

  it('[CB3] then it lets one through, and the others wait as long again', () => {
    // when
    const first = ask(failed(5), NOON + openMs);

    // then
    expect(first.kind).to.equal('ask');
    if (first.kind !== 'ask') return;
    expect(ask(first.breaker, NOON + openMs + 1)).to.deep.equal({ kind: 'rest', waitMs: openMs - 1 });
    expect(ask(first.breaker, NOON + 2 * openMs).kind).to.equal('ask');
  });

  it('[CB4] the failure of the one opens it again, its answer closes it', () => {
    const probing: Breaker = { kind: 'half-open', untilAt: NOON + 2 * openMs };
    expect(noteFailure(BREAKER_POLICY, probing, NOON + 5)).to.deep.equal({ kind: 'open', untilAt: NOON + 5 + openMs });
    expect(ask(noteAnswer(), NOON)).to.deep.equal({ kind: 'ask', breaker: CLOSED });
  });
});
