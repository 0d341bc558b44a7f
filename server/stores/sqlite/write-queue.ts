import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Driver, Settled } from './driver.ts';

/** Collects the writes of one turn of the event loop into one transaction, so that they share one fsync. SQ2 */
export interface WriteQueue {
  /** Runs the write in its own savepoint; resolves when the transaction around it is on the disk. */
  write<T>(work: () => T): Promise<T>;
  /** Writes what was collected and takes no more. */
  close(): void;
}

interface Waiting {
  readonly work: () => unknown;
  readonly settle: (settled: Settled<unknown>) => void;
}

/** Opens the queue. Nothing is answered before its commit is durable. */
export function openWriteQueue(driver: Driver): WriteQueue {
  let waiting: Waiting[] = [];
  let closed = false;

  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      const settled = driver.together(batch.map(({ work }) => work));
      for (const [index, one] of batch.entries()) one.settle(settled[index] as Settled<unknown>);
    } catch (error) {
      for (const one of batch) one.settle({ kind: 'failed', error });
    }
  };

  return {
    write<T>(work: () => T) {
      if (closed) return Promise.reject(new EngineError('store.closed', 'The store is closed. Open it again.'));
      if (waiting.length === 0) setImmediate(flush);
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work,
          settle: (settled) => (settled.kind === 'done' ? resolve(settled.value as T) : reject(settled.error)),
        });
      });
    },
    close() {
      closed = true;
      flush();
    },
  };
}
