import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDriver } from '../../../server/stores/sqlite/driver.ts';
import { median } from './spread.ts';

const WRITES = 200;
const PAGE_BYTES = 4_096;

/** How long the disk takes to keep one page for good, in milliseconds: no commit is faster. The median of some writes. */
export function measureFsync(folder: string): number {
  const path = join(folder, 'fsync');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const times = Array.from({ length: WRITES }, (_, index) => {
    const startedAt = performance.now();
    writeSync(file, page, 0, PAGE_BYTES, index * PAGE_BYTES);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}

/** The version of SQLite that the store's driver brings. */
export function readSqliteVersion(): string {
  const driver = openDriver(':memory:');
  const version = String(driver.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  driver.close();
  return version;
}
