import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { isEngineError } from '../engine/model/engine-error.ts';
import { openSystemClock } from './clocks.ts';
import { type Composed, compose } from './compose.ts';
import { readConfig } from './config.ts';
import { PROJECT_ROOT } from './project-root.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends with one sentence that says what is wrong and what to do. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const read = readConfig(process.env, process.cwd());
if (read.kind === 'refused') giveUp(read.sentences.join('\n'));
const { config } = read;

const pageDir = join(PROJECT_ROOT, 'dist', 'page');
const logger = pino(
  { level: config.logLevel },
  pino.destination({
    dest: join(process.env['LOG_FILE'] ?? '') === '.' ? 2 : (process.env['LOG_FILE'] ?? ''),
    sync: false,
  }),
);

const composed: Composed = await compose({
  config,
  clock: openSystemClock(),
  logger,
  root: PROJECT_ROOT,
  say,
  pageDir: existsSync(join(pageDir, 'index.html')) ? pageDir : null,
}).catch((error: unknown) =>
  giveUp(
    isEngineError(error)
      ? error.message
      : `Gembaflow could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  ),
);

const server: Server = createServer(composed.app);
server.requestTimeout = 60_000;
server.headersTimeout = 15_000;
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    giveUp(
      `Port ${config.port} is in use. Set PORT to another, for example PORT=${config.port + 1} npm start, or end the program that uses it.`,
    );
  if (error.code === 'EACCES')
    giveUp(`Port ${config.port} may not be used by this account. Set PORT to a number above 1023.`);
  giveUp(`The server cannot listen on ${config.host}:${config.port}: ${error.message}.`);
});
server.listen(config.port, config.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  say('');
  say(`Gembaflow is ready: http://${host}:${port}`);
  if (composed.demo) say('Sign in as huang, lin, ana, javier, chang … with the password gemba. (Demo plant)');
  else if (composed.plant.keeper.plant().people.size === 0)
    say('Nobody has an account yet. Make the first one: npm run person:add');
});

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    say('Finishing what was accepted …');
    void composed.close(server).then(() => process.exit(0));
    // A connection that never ends must not keep the server from ending.
    setTimeout(() => process.exit(0), 10_000).unref();
    server.closeIdleConnections();
  });
}
