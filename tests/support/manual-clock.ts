import type { Clock } from '../../engine/ports/clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  set(at: number): void;
  move(ms: number): void;
}

/** Opens a clock at a moment. Who waits is woken when the clock passes their time, or by their signal. */
export function openManualClock(startAt: number): ManualClock {
  let at = startAt;
  const waiting = new Set<{ readonly untilAt: number; readonly wake: () => void }>();
  const set = (to: number): void => {
    at = to;
    for (const one of waiting) if (one.untilAt <= at) one.wake();
  };
  return {
    now: () => at,
    after: (ms, signal) =>
      new Promise((resolve) => {
        const one = {
          untilAt: at + ms,
          wake: () => {
            waiting.delete(one);
            signal.removeEventListener('abort', one.wake);
            resolve();
          },
        };
        if (signal.aborted) return resolve();
        waiting.add(one);
        signal.addEventListener('abort', one.wake, { once: true });
      }),
    set,
    move: (ms) => set(at + ms),
  };
}
