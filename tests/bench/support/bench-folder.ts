import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

/** What benches download or write lies here: beside the repository, on its disk. A folder in memory would make every commit look cheap. */
export const BENCH_CACHE = join(PROJECT_ROOT, '.cache', 'bench');

/** Makes a folder for the databases of one bench. It is removed when the bench ends, however it ends. */
export function openBenchFolder(): string {
  mkdirSync(BENCH_CACHE, { recursive: true });
  const folder = mkdtempSync(join(BENCH_CACHE, 'data-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
