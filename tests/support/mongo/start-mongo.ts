import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { startJavaServer } from './java-server.ts';

/** A database for the MongoDB suites, or why there is none. */
export type TestMongo =
  | {
      readonly kind: 'given' | 'mongod' | 'java';
      readonly uri: string;
      /** A sentence for the log. */
      readonly why: string;
      stop(): Promise<void>;
    }
  | { readonly kind: 'none'; readonly reason: string };

const DOWNLOADS = process.env['MONGOMS_DOWNLOAD_MIRROR'] ?? 'https://fastdl.mongodb.org';
const ANSWER_MS = 5_000;

/**
 * Finds or starts one, in this order: what `MONGODB_URI` names; a mongod that is on the PATH or can be downloaded; a
 * Java server from Maven, where Java and Maven are there.
 */
export async function startMongo(): Promise<TestMongo> {
  const uri = process.env['MONGODB_URI'];
  if (uri !== undefined && uri !== '')
    return { kind: 'given', uri, why: 'MONGODB_URI names it', stop: async () => undefined };
  const reasons: string[] = [];
  for (const start of [startMongod, startJava]) {
    try {
      return await start();
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  return {
    kind: 'none',
    reason: `MONGODB_URI is not set; ${reasons.join('; ')}. Set MONGODB_URI, put mongod on the PATH, or install Java 17 and Maven.`,
  };
}

async function startMongod(): Promise<TestMongo> {
  const onPath = await promisify(execFile)('which', ['mongod']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
  if (onPath === undefined) await askForDownload();
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  const binary = onPath === undefined ? { downloadDir: join(PROJECT_ROOT, '.cache/mongod') } : { systemBinary: onPath };
  const server = await MongoMemoryReplSet.create({ binary, replSet: { count: 1, storageEngine: 'wiredTiger' } });
  return {
    kind: 'mongod',
    uri: server.getUri(),
    why: onPath === undefined ? 'a mongod was downloaded' : `${onPath} was found`,
    stop: async () => {
      await server.stop();
    },
  };
}

/** A refused or silent download is noticed here within seconds; the download itself may then take its time. */
async function askForDownload(): Promise<void> {
  try {
    await fetch(DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
  } catch (cause) {
    throw new Error(`no mongod is on the PATH, and ${DOWNLOADS} does not answer`, { cause });
  }
}

async function startJava(): Promise<TestMongo> {
  const { port, stop } = await startJavaServer().catch((cause: unknown) => {
    throw new Error(
      `the Java server did not start (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`,
      { cause },
    );
  });
  return {
    kind: 'java',
    uri: `mongodb://127.0.0.1:${port}`,
    why: 'mongo-java-server was started; no mongod can be had here',
    stop,
  };
}
