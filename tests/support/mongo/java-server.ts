import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

/** A server that speaks MongoDB's protocol, for machines where no mongod can be had. Needs Java 17 and Maven once. */
export interface JavaServer {
  readonly port: number;
  /** Ends it in good order: what it acknowledged is in its file. */
  stop(): Promise<void>;
}

const SOURCES = join(PROJECT_ROOT, 'tests/support/mongo');
const JARS = join(PROJECT_ROOT, '.cache/mongo-java-server-1.47.0');
const MAVEN_MS = 180_000;
const START_MS = 30_000;

/** Starts it in memory, or on a file that it keeps. Throws if Java or Maven is missing or the jars cannot be fetched. */
export async function startJavaServer(file?: string): Promise<JavaServer> {
  await fetchJars();
  const flags = [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    join(JARS, '*'),
    join(SOURCES, 'Launcher.java'),
  ];
  const child = spawn('java', [...flags, ...(file === undefined ? [] : [file])], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const port = await portOf(child);
  letGo(child);
  return {
    port,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Maven keeps what it fetched; we keep the folder, so that later runs need no network. */
async function fetchJars(): Promise<void> {
  if (existsSync(JARS)) return;
  const fresh = `${JARS}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  try {
    await promisify(execFile)(
      'mvn',
      ['-q', '-B', '-f', join(SOURCES, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${fresh}`],
      { timeout: MAVEN_MS },
    );
    // Another run may have been faster; its folder is as good.
    await rename(fresh, JARS).catch((error: unknown) => {
      if (!existsSync(JARS)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function portOf(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (reason: string): void => reject(new Error(reason));
    AbortSignal.timeout(START_MS).addEventListener('abort', () =>
      failed(`The Java server said no port within ${START_MS / 1000} s.`),
    );
    child.once('error', (error) => failed(`Java could not be started: ${error.message}`));
    child.once('exit', (code) => failed(`The Java server ended with ${code} before it said its port.`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /^port (\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

/** A forgotten server must not keep the test run alive; it ends with our end of its standard input. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref?: () => void } | null)?.unref?.();
}
