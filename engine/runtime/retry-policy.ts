/** How often a failed effect is tried, and how long apart. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export type RetryPlan = { readonly kind: 'retry'; readonly dueAt: number } | { readonly kind: 'give-up' };

/** Eight attempts over about two minutes: a restart of a target is bridged, a dead one becomes an incident soon. */
export const RETRY_POLICY: RetryPolicy = { attempts: 8, firstWaitMs: 1_000, longestWaitMs: 60_000 };

/**
 * Says when a failed effect is tried again, or that it is given up.
 *
 * Pure: `failedAt` is the time of the failure, `attempt` counts from one, `jitter` is a number in [0, 1) that spreads
 * the tries of many effects over a quarter of the wait. `retryAfterMs` is what the target asked for. The
 * worker turns `give-up` into an incident. RP1–RP4
 */
export function planRetry(
  policy: RetryPolicy,
  attempt: number,
  failure: { readonly failedAt: number; readonly jitter: number; readonly retryAfterMs?: number },
): RetryPlan {
  if (attempt >= policy.attempts) return { kind: 'give-up' }; // RP2
  const ownWaitMs = Math.min(policy.firstWaitMs * 2 ** (attempt - 1), policy.longestWaitMs); // RP1
  const waitMs = Math.max(ownWaitMs, failure.retryAfterMs ?? 0); // RP4
  return { kind: 'retry', dueAt: failure.failedAt + waitMs + Math.floor((waitMs / 4) * failure.jitter) }; // RP3
}
