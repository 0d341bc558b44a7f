import type { Clock } from '../engine/ports/clock.ts';

/** The machine's clock. */
export function openSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done, { once: true });
      }),
  };
}

/** A clock that stands where it is set: for replaying what happened at other times. Nobody waits by it. */
export function openSetClock(startAt: number): Clock & { set(at: number): void } {
  let at = startAt;
  return {
    now: () => at,
    after: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    set: (to) => {
      at = to;
    },
  };
}
