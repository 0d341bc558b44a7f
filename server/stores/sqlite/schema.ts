import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Driver } from './driver.ts';

/**
 * Steps that lead any older database to the newest shape. They only go forward; a released one is never changed.
 *
 * The document of an instance is the truth; all other tables are found again from it.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE instances (
    id TEXT PRIMARY KEY, turn INTEGER NOT NULL, workflow TEXT NOT NULL, series TEXT NOT NULL, seq INTEGER NOT NULL,
    key TEXT, key_held TEXT, status TEXT NOT NULL, started_at INTEGER NOT NULL, next_due_at INTEGER,
    search TEXT NOT NULL, row TEXT NOT NULL, doc TEXT NOT NULL, UNIQUE (series, seq)
  );
  CREATE UNIQUE INDEX instances_key_held ON instances (key_held) WHERE key_held IS NOT NULL;
  CREATE INDEX instances_started ON instances (started_at DESC, id);
  CREATE INDEX instances_due ON instances (next_due_at) WHERE next_due_at IS NOT NULL;
  CREATE TABLE viewers (token TEXT NOT NULL, instance TEXT NOT NULL, PRIMARY KEY (token, instance)) WITHOUT ROWID;
  CREATE TABLE history (
    instance TEXT NOT NULL, rev INTEGER NOT NULL, command TEXT NOT NULL UNIQUE, entry TEXT NOT NULL,
    PRIMARY KEY (instance, rev)
  );
  CREATE TABLE tasks (
    id TEXT PRIMARY KEY, instance TEXT NOT NULL, excluded TEXT NOT NULL, words TEXT NOT NULL, due_order INTEGER NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE task_words (
    word TEXT NOT NULL, due_order INTEGER NOT NULL, task TEXT NOT NULL, newest INTEGER NOT NULL, PRIMARY KEY (word, due_order, task)
  ) WITHOUT ROWID;
  CREATE INDEX task_words_newest ON task_words (word, newest, task);
  CREATE TABLE records (
    register TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, keys TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (register, id)
  ) WITHOUT ROWID;
  CREATE TABLE record_keys (
    register TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (register, key, id)
  ) WITHOUT ROWID;
  `,
  "CREATE INDEX instances_stopped ON instances (started_at DESC, id) WHERE json_extract(row, '$.incidents') > 0;",
  `
  CREATE TABLE case_words (instance TEXT PRIMARY KEY, workflow TEXT NOT NULL, search TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO case_words SELECT id, workflow, search FROM instances WHERE id IN (SELECT instance FROM tasks);
  `,
];

/** Brings the database to the newest shape. Refuses one that a newer program has written. SQ3 */
export function migrate(driver: Driver): void {
  const version = Number(driver.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length)
    throw new EngineError(
      'store.unavailable',
      `The database was written by a newer Gembaflow (shape ${version}). Start that one, or restore a backup.`,
    );
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue;
    driver.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version=${index + 1}; COMMIT;`);
  }
}
