import type { Clock } from '../../engine/ports/clock.ts';
import type { Logger } from '../../engine/ports/logger.ts';
import { type Loop, openLoop } from '../open-loop.ts';
import type { Scheduler } from './scheduler.ts';

/** Between nominal times it looks this often: for what another server left half-way, and for clocks that jumped. */
const POLL_MS = 20_000;

/** Ticks at the next nominal time, and at most every 20 seconds. SC10 */
export function openTicker(parts: {
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly logger: Logger;
}): Loop {
  const { scheduler, clock, logger } = parts;
  const untilNext: Clock = {
    now: () => clock.now(),
    after: (ms, signal) => clock.after(scheduler.waitMs(ms), signal),
  };
  return openLoop({
    clock: untilNext,
    logger,
    name: 'The schedules',
    pollMs: POLL_MS,
    work: () => scheduler.tick(),
  });
}
