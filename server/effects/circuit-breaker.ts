import { EffectFailure } from '../../engine/ports/effect-handler.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import {
  askBreaker,
  BREAKER_POLICY,
  type Breaker,
  CLOSED,
  noteAnswer,
  noteFailure,
} from '../../engine/runtime/circuit-breaker.ts';

/** Leaves targets in peace that keep failing. One for all effects of a server. */
export interface CircuitBreaker {
  /**
   * Asks a target, unless it rests: then fails at once with `target.resting`, which may be tried again after the rest.
   *
   * An `EffectFailure` that no retry mends means that the target answered; every other error means that it failed.
   */
  through<T>(target: string, ask: () => Promise<T>): Promise<T>;
}

/** Opens the breakers of a server, in memory: another server finds out by itself. `target` is `host:port`, or `smtp`. */
export function openCircuitBreaker(clock: Clock): CircuitBreaker {
  const known = new Map<string, Breaker>();
  // Targets that are well are forgotten, so that the list never outgrows those that are not.
  const keep = (target: string, breaker: Breaker): void => {
    if (breaker.kind === 'closed' && breaker.failures === 0) known.delete(target);
    else known.set(target, breaker);
  };
  return {
    async through(target, ask) {
      const answer = askBreaker(BREAKER_POLICY, known.get(target) ?? CLOSED, clock.now());
      if (answer.kind === 'rest')
        throw new EffectFailure(
          'target.resting',
          `${target} failed ${BREAKER_POLICY.failures} times in a row and is left in peace for ${Math.ceil(answer.waitMs / 1_000)} s. Then it is tried again.`,
          { afterMs: answer.waitMs },
        );
      keep(target, answer.breaker);
      try {
        const result = await ask();
        keep(target, noteAnswer());
        return result;
      } catch (error) {
        const answered = error instanceof EffectFailure && !error.retry;
        const before = known.get(target) ?? CLOSED;
        keep(target, answered ? noteAnswer() : noteFailure(BREAKER_POLICY, before, clock.now()));
        throw error;
      }
    },
  };
}
