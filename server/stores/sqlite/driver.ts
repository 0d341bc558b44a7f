import { DatabaseSync } from '@photostructure/sqlite';
import { EngineError } from '../../../engine/model/engine-error.ts';

/** The only file that knows the driver. Its API is that of `node:sqlite`, which replaces it the day Node 22 is the floor. */

type Database = InstanceType<typeof DatabaseSync>;
type Prepared = ReturnType<Database['prepare']>;

export type SqlValue = string | number | null;
export type SqlRow = { readonly [column: string]: SqlValue };

export interface Statement {
  run(...values: readonly SqlValue[]): number;
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  all(...values: readonly SqlValue[]): readonly SqlRow[];
}

export interface Driver {
  /** Prepares one whole statement. The number of `?` is counted at every call: too few would silently be null. */
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** Runs works in one transaction, each in a savepoint: one that throws rolls back alone. SQ2 */
  together<T>(works: readonly (() => T)[]): readonly Settled<T>[];
  close(): void;
}

export type Settled<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Opens the file and refuses to go on unless it is as durable as promised: WAL with `synchronous=FULL`. SQ1
 *
 * WAL alone may lose the newest commits at a power cut; FULL does not (sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDriver(file: string): Driver {
  const database = open(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;');
  refuseUnless(database, 'synchronous', 2);
  if (file !== ':memory:') refuseUnless(database, 'journal_mode', 'wal');
  const marks: Marks = {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    savepoint: database.prepare('SAVEPOINT work'),
    release: database.prepare('RELEASE work'),
  };
  const prepare = (sql: string): Statement => wrapStatement(database.prepare(sql), (sql.match(/\?/g) ?? []).length);
  return {
    prepare,
    exec: (sql) => guarded(() => database.exec(sql)),
    together: (works) => guarded(() => runTogether(database, marks, works)),
    close: () => database.close(),
  };
}

function open(file: string): Database {
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    throw new EngineError(
      'store.unavailable',
      `The database ${file} cannot be opened: ${textOf(cause)}. Check that the folder exists and may be written to.`,
      { cause },
    );
  }
}

function refuseUnless(database: Database, pragma: string, wanted: SqlValue): void {
  const found = Object.values(database.prepare(`PRAGMA ${pragma}`).get() as SqlRow)[0];
  if (found !== wanted)
    throw new EngineError(
      'store.unavailable',
      `The database does not keep ${pragma}=${String(wanted)} (it says ${String(found)}), so acknowledged work could be lost. Use a local disk.`,
    );
}

function wrapStatement(statement: Prepared, places: number): Statement {
  const bound = (values: readonly SqlValue[]): SqlValue[] => {
    if (values.length !== places)
      throw new Error(`The statement has ${places} places and got ${values.length} values.`);
    return [...values];
  };
  return {
    run: (...values) => guarded(() => Number(statement.run(...bound(values)).changes)),
    get: (...values) => guarded(() => statement.get(...bound(values)) as SqlRow | undefined),
    all: (...values) => guarded(() => statement.all(...bound(values)) as readonly SqlRow[]),
  };
}

type Marks = { readonly [mark in 'begin' | 'commit' | 'savepoint' | 'release']: Prepared };

function runTogether<T>(database: Database, marks: Marks, works: readonly (() => T)[]): readonly Settled<T>[] {
  marks.begin.run();
  try {
    const settled = works.map((work) => runApart(database, marks, work));
    marks.commit.run();
    return settled;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function runApart<T>(database: Database, marks: Marks, work: () => T): Settled<T> {
  marks.savepoint.run();
  try {
    const value = work();
    marks.release.run();
    return { kind: 'done', value };
  } catch (error) {
    // A full disk ends the whole transaction by itself: then nothing is left to roll back, and all of it has failed.
    if (!database.isTransaction) throw error;
    database.exec('ROLLBACK TO work; RELEASE work');
    return { kind: 'failed', error };
  }
}

/** Foreign errors are wrapped once, here. A full disk is told from the rest: it passes when there is room. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineError || !isSqliteError(cause)) throw cause;
    if (/full/i.test(textOf(cause)))
      throw new EngineError('store.full', 'The disk is full. Nothing was changed; make room and try again.', { cause });
    throw new EngineError('store.unavailable', `The database did not answer as it should: ${textOf(cause)}.`, {
      cause,
    });
  }
}

function isSqliteError(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause;
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
