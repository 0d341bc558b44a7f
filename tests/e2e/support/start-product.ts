import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

/** The product as a person starts it: a process of its own with the demo plant, on a port that was free. */
export interface Product {
  readonly base: string;
  /** What it was started with, for commands beside it. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends it in good order and takes its folder away. */
  stop(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../../server/main.js', import.meta.url));
const PAGE = join(PROJECT_ROOT, 'dist', 'page', 'index.html');
const READY = /Gembaflow is ready: (http:\/\/\S+)/;

/** Starts the product on a database of its own in a new folder, or on the MongoDB that is named. */
export async function startProduct(mongodbUri?: string): Promise<Product> {
  if (!existsSync(PAGE)) throw new Error('The page is not built. Run "npm test", or "npx vite build ui" before.');
  const folder = await mkdtemp(join(tmpdir(), 'gembaflow-e2e-'));
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DEMO: '',
    MONGODB_URI: mongodbUri ?? '',
    LOG_LEVEL: 'warn',
    LOG_FILE: '',
  };
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const address = await readyAddress(child.stdout, said);
  if (address === null) {
    child.kill();
    throw new Error(`The product did not start. It said: ${said.join('')}`);
  }
  return {
    base: address,
    env,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads what it prints until it is ready; null if it ends before. */
async function readyAddress(stdout: NodeJS.ReadableStream, said: string[]): Promise<string | null> {
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    said.push(`${line}\n`);
    const address = READY.exec(line)?.[1];
    if (address !== undefined) {
      // Whatever it prints later must not fill the pipe.
      stdout.resume();
      return address;
    }
  }
  return null;
}
