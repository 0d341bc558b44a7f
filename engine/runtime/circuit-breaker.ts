/** When a target is left in peace, and for how long. */
export interface BreakerPolicy {
  readonly failures: number;
  readonly openMs: number;
}

/** What is known of one target. `untilAt` is when the next one may ask it. */
export type Breaker =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly untilAt: number }
  | { readonly kind: 'half-open'; readonly untilAt: number };

export type BreakerAnswer =
  | { readonly kind: 'ask'; readonly breaker: Breaker }
  | { readonly kind: 'rest'; readonly waitMs: number };

/** Five in a row is no chance; half a minute bridges a restart and leaves time for tries before an effect gives up. */
export const BREAKER_POLICY: BreakerPolicy = { failures: 5, openMs: 30_000 };

/** A target of which nothing bad is known. */
export const CLOSED: Breaker = { kind: 'closed', failures: 0 };

/**
 * Says whether a target may be asked now, and if so what is known of it from then on.
 *
 * Pure. Of many who ask an open breaker after its time, the first is let through; the others wait as long again, so a
 * probe that never reports does not keep the target shut for ever. CB2–CB4
 */
export function askBreaker(policy: BreakerPolicy, breaker: Breaker, now: number): BreakerAnswer {
  if (breaker.kind === 'closed') return { kind: 'ask', breaker };
  if (now < breaker.untilAt) return { kind: 'rest', waitMs: breaker.untilAt - now };
  return { kind: 'ask', breaker: { kind: 'half-open', untilAt: now + policy.openMs } };
}

/** The target answered, whatever it said: nothing bad is known of it any more. CB1, CB4 */
export function noteAnswer(): Breaker {
  return CLOSED;
}

/** The target failed at `failedAt`. One more of those that were under way does not lengthen the rest. CB1, CB4 */
export function noteFailure(policy: BreakerPolicy, breaker: Breaker, failedAt: number): Breaker {
  if (breaker.kind === 'open') return breaker;
  const failures = breaker.kind === 'closed' ? breaker.failures + 1 : policy.failures;
  return failures < policy.failures
    ? { kind: 'closed', failures }
    : { kind: 'open', untilAt: failedAt + policy.openMs };
}
