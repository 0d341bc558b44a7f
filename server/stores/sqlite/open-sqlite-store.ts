import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openDriver } from './driver.ts';
import { openInstanceTable } from './instance-table.ts';
import { openRecordTable } from './record-table.ts';
import { migrate } from './schema.ts';
import { openWriteQueue } from './write-queue.ts';

/** A look at each case that a person sees costs a few microseconds; for more cases than this the list's own index is faster. */
const FEW_CASES = 1_000;

interface SqliteOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** @internal Tests bring a small list down each of its two ways. */
  readonly fewCases?: number;
}

/**
 * Opens the embedded store on a file, or on `:memory:`.
 *
 * One writing process; commits that arrive in the same turn of the event loop share one transaction and one fsync.
 */
export function openSqliteStore({ file, fewCases = FEW_CASES }: SqliteOptions): Store {
  const driver = openDriver(file);
  migrate(driver);
  const queue = openWriteQueue(driver);
  let closed = false;
  const tables: Omit<Store, 'close'> = {
    ...openInstanceTable(driver, queue, fewCases),
    ...openRecordTable(driver, queue),
  };
  return {
    ...refusingWhen(() => closed, tables),
    async close() {
      if (closed) return;
      closed = true;
      queue.close();
      driver.close();
    },
  };
}

/** Every call after `close` says so, whatever it is. ST15 */
function refusingWhen(isClosed: () => boolean, tables: Omit<Store, 'close'>): Omit<Store, 'close'> {
  const guard =
    (work: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      if (isClosed()) throw new EngineError('store.closed', 'The store is closed. Open it again.');
      return work(...args);
    };
  return Object.fromEntries(
    Object.entries(tables).map(([name, work]) => [name, typeof work === 'function' ? guard(work as never) : work]),
  ) as never;
}
