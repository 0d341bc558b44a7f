import { expect } from 'chai';
import { planRetry, RETRY_POLICY } from '../../../engine/runtime/retry-policy.ts';

const NOON = Date.UTC(2026, 10, 23, 4);
const waitOf = (attempt: number, jitter = 0): number | null => {
  const plan = planRetry(RETRY_POLICY, attempt, { failedAt: NOON, jitter });
  return plan.kind === 'retry' ? plan.dueAt - NOON : null;
};

describe('the retry policy', () => {
  it('[RP1] the wait doubles and never exceeds the longest', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => waitOf(attempt))).to.deep.equal([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000,
    ]);
  });

  it('[RP2] the last attempt is followed by giving up', () => {
    expect([8, 9, 100].map((attempt) => waitOf(attempt))).to.deep.equal([null, null, null]);
  });

  it('[RP3] jitter adds at most a quarter of the wait', () => {
    expect([0, 0.5, 0.999].map((jitter) => waitOf(3, jitter))).to.deep.equal([4_000, 4_500, 4_999]);
  });

  it('[RP4] a target that says when to come again is not asked before, and its word never shortens the wait', () => {
    const told = (attempt: number, retryAfterMs: number) =>
      planRetry(RETRY_POLICY, attempt, { failedAt: NOON, jitter: 0, retryAfterMs });
    expect(told(1, 45_000)).to.deep.equal({ kind: 'retry', dueAt: NOON + 45_000 });
    expect(told(4, 1_000)).to.deep.equal({ kind: 'retry', dueAt: NOON + 8_000 });
  });
});
