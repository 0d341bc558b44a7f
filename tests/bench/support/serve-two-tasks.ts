import { createServer } from 'node:http';
import { SILENT } from '../../../engine/ports/logger.ts';
import { openSystemClock } from '../../../server/clocks.ts';
import { compose } from '../../../server/compose.ts';
import { readConfig } from '../../../server/config.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { TWO_TASKS } from './bench-workflows.ts';
import { addStaff } from './staff.ts';

/** The product's own server on the demo plant, with the workflow of two tasks published beside the shipped ones. Started as a program by a bench. */

const read = readConfig(process.env, process.cwd());
if (read.kind === 'refused') throw new Error(read.sentences.join(' '));
const { config } = read;
const clock = openSystemClock();
const composed = await compose({
  config,
  clock,
  logger: SILENT,
  root: PROJECT_ROOT,
  say: () => undefined,
  pageDir: null,
});
await composed.plant.library.publish(TWO_TASKS, clock.now());
if (process.env['STAFF'] !== undefined) await addStaff(composed.plant, Number(process.env['STAFF']));

const server = createServer(composed.app);
server.listen(config.port, config.host, () => {
  const address = server.address();
  process.stdout.write(
    `ready: http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : config.port}\n`,
  );
});
process.once('SIGTERM', () => {
  void composed.close(server).then(() => process.exit(0));
  server.closeIdleConnections();
});
