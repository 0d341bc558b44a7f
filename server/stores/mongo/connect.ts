import mongoose, { type Connection } from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';

/** How long the database is waited for. What takes longer has an unknown outcome. */
export interface Patience {
  /** Until a primary is found. */
  readonly selectMs: number;
  /** Until a socket says something. */
  readonly socketMs: number;
}

const PATIENCE: Patience = { selectMs: 5_000, socketMs: 20_000 };

export interface ConnectOptions {
  /** `mongodb://…`; may name the database. */
  readonly uri: string;
  readonly database?: string | undefined;
  readonly patience?: Partial<Patience> | undefined;
}

/** Mongoose of our own, so that nobody else's settings reach it: a filter names fields of the schema and holds scalars. */
const house = new mongoose.Mongoose({
  strictQuery: 'throw',
  sanitizeFilter: true,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
});

/**
 * Connects, or says within seconds that it cannot.
 *
 * What makes a commit durable is fixed here and stronger than what the URI may say: acknowledged by a majority, in the
 * journal, read from the primary. MG2
 */
export async function connect({ uri, database, patience = {} }: ConnectOptions): Promise<Connection> {
  const { selectMs, socketMs } = { ...PATIENCE, ...patience };
  const connection = house.createConnection();
  // A lost connection is answered by the call that needed it; without a listener Node would end the process.
  connection.on('error', () => undefined);
  try {
    await connection.openUri(uri, {
      dbName: database ?? databaseIn(uri) ?? 'gembaflow',
      appName: 'gembaflow',
      w: 'majority',
      journal: true,
      readPreference: 'primary',
      retryWrites: true,
      retryReads: true,
      ignoreUndefined: true,
      serverSelectionTimeoutMS: selectMs,
      connectTimeoutMS: selectMs,
      waitQueueTimeoutMS: selectMs,
      socketTimeoutMS: socketMs,
      maxPoolSize: 100,
      autoIndex: false,
      autoCreate: false,
    });
    return connection;
  } catch (cause) {
    await connection.destroy(true).catch(() => undefined);
    throw new EngineError(
      'store.unavailable',
      `The database at ${hostsOf(uri)} cannot be reached: ${textOf(cause)}. Check MONGODB_URI and that MongoDB is running.`,
      { cause },
    );
  }
}

/** The database that a URI names, if it names one. */
function databaseIn(uri: string): string | undefined {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?/]+)/.exec(uri)?.[1];
}

/** Where a URI leads, without the password in it. */
export function hostsOf(uri: string): string {
  return (
    /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ??
    'an address that begins with neither mongodb:// nor mongodb+srv://'
  );
}

function textOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(/\.+$/, '');
}
