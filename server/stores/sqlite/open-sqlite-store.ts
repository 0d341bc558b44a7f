import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openDriver } from './driver.ts';
import { openInstanceTable } from './instance-table.ts';
import { openRecordTable } from './record-table.ts';
import { migrate } from './schema.ts';
import { openWriteQueue } from './write-queue.ts';

/**
 * Opens the embedded store on a file, or on `:memory:`.
 *
 * One writing process; commits that arrive in the same turn of the event loop share one transaction and one fsync.
 */
export function openSqliteStore(options: { readonly file: string }): Store {
  const driver = openDriver(options.file);
  migrate(driver);
  const queue = openWriteQueue(driver);
  let closed = false;
  const tables: Omit<Store, 'close'> = { ...openInstanceTable(driver, queue), ...openRecordTable(driver, queue) };
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
