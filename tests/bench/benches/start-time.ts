import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { progress, reportRuns, reportSetting } from '../support/report.ts';
import { spawnServer } from '../support/spawn-server.ts';

/** How long `npm start` takes until the server says that it is ready: the first time, which loads the demo plant, and later. */

const RUNS = 3;

const folder = openBenchFolder();

async function start(dataDir: string): Promise<number> {
  const server = await spawnServer(join(PROJECT_ROOT, 'server', 'start.mjs'), {
    DATA_DIR: join(folder, dataDir),
    PORT: '0',
    HOST: '127.0.0.1',
  });
  await server.close();
  return server.readyMs;
}

progress('  starting once, so that the page is built; this is not measured');
await start('unmeasured');
const first: number[] = [];
const second: number[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  progress(`  run ${run} of ${RUNS}`);
  first.push(await start(`run-${run}`));
  second.push(await start(`run-${run}`));
}
reportRuns({ name: 'start_ms.first', unit: 'ms' }, first);
reportRuns({ name: 'start_ms.second', unit: 'ms' }, second);
reportSetting(
  'node server/start.mjs, which is what npm start runs, with packages installed and everything built; first: an empty data folder, the demo plant is loaded; second: the same folder again',
);
