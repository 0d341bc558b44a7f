import type { Clock } from '../engine/ports/clock.ts';
import type { Logger } from '../engine/ports/logger.ts';

/** Work that is looked for now and then, and at every kick, until it is stopped. */
export interface Loop {
  start(): void;
  /** Looks at once. Does nothing before the start. */
  kick(): void;
  /** Takes no more and resolves when what it took is done. */
  stop(): Promise<void>;
}

/**
 * Runs `work` after each `pollMs` of the clock, one at a time. It answers how much it did: after some it looks again at
 * once. What it throws is logged, and it is tried again.
 */
export function openLoop(parts: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly name: string;
  readonly pollMs: number;
  readonly work: () => Promise<number>;
}): Loop {
  const stopping = new AbortController();
  let wake = new AbortController();
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const done = await parts.work().catch((error: unknown) => {
        parts.logger.error({ error: String(error) }, `${parts.name} could not look for work; it tries again.`);
        return 0;
      });
      if (done > 0 || stopping.signal.aborted) continue;
      await parts.clock.after(parts.pollMs, wake.signal);
      if (wake.signal.aborted) wake = new AbortController();
    }
  };
  return {
    start() {
      running ??= run();
    },
    kick: () => wake.abort(),
    async stop() {
      stopping.abort();
      wake.abort();
      await running;
    },
  };
}
