import type { mongo } from 'mongoose';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { TaskRow } from '../../../engine/ports/store.ts';
import { searchText } from '../index-rows.ts';
import { fromBson } from './bson-value.ts';
import type { TaskRowDocument } from './task-rows.ts';

/**
 * Steps that lead any older database to the newest shape. They only go forward; a released one is never changed, and
 * each may run twice, since two servers may open a new database at once.
 */
const MIGRATIONS: readonly ((db: mongo.Db) => Promise<void>)[] = [createFirstIndexes, addWordsOfCases];

const GRAVES_ARE_KEPT_S = 24 * 3600;

interface ShapeDocument {
  readonly _id: string;
  readonly version: number;
}

/** Brings the database to the newest shape. Refuses one that a newer program has written. MG7 */
export async function migrate(db: mongo.Db): Promise<void> {
  const meta = db.collection<ShapeDocument>('meta');
  const version = (await meta.findOne({ _id: 'shape' }))?.version ?? 0;
  if (version > MIGRATIONS.length)
    throw new EngineError(
      'store.unavailable',
      `The database was written by a newer Gembaflow (shape ${version}). Start that one, or restore a backup.`,
    );
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue;
    await step(db);
    await meta.updateOne({ _id: 'shape' }, { $max: { version: index + 1 } }, { upsert: true });
  }
}

/** One index a question, named after it. Unique ones carry promises: a key and a number are held by one instance. ST16, ST17 */
async function createFirstIndexes(db: mongo.Db): Promise<void> {
  await Promise.all([
    db.collection('instances').createIndexes([
      { name: 'key_held', key: { keyHeld: 1 }, unique: true, sparse: true },
      { name: 'series_seq', key: { series: 1, seq: 1 }, unique: true },
      { name: 'due', key: { nextDueAt: 1 }, sparse: true },
      { name: 'waiting', key: { waiting: 1 }, sparse: true },
      { name: 'started', key: { startedAt: -1, _id: 1 } },
      { name: 'seen_started', key: { viewers: 1, startedAt: -1, _id: 1 } },
      { name: 'key', key: { key: 1, startedAt: -1, _id: 1 } },
    ]),
    db.collection('tasks').createIndexes([
      { name: 'found_due', key: { words: 1, dueOrder: 1, _id: 1 } },
      { name: 'found_newest', key: { words: 1, newest: 1, _id: 1 } },
      { name: 'instance', key: { instance: 1 } },
      { name: 'graves', key: { goneAt: 1 }, expireAfterSeconds: GRAVES_ARE_KEPT_S },
    ]),
    db.collection('history').createIndexes([
      { name: 'instance_rev', key: { instance: 1, rev: 1 } },
      { name: 'command', key: { command: 1 } },
    ]),
    db.collection('records').createIndexes([
      { name: 'register_id', key: { register: 1, id: 1 } },
      { name: 'register_key_id', key: { register: 1, keys: 1, id: 1 } },
    ]),
  ]);
}

/** Rows of tasks learn the workflow and the words of their case. One that a commit writes meanwhile has them already. */
async function addWordsOfCases(db: mongo.Db): Promise<void> {
  const tasks = db.collection<TaskRowDocument>('tasks');
  for await (const { _id, rev, of } of tasks.find({ of: { $exists: true }, search: { $exists: false } })) {
    const instance = fromBson(of) as unknown as TaskRow['instance'];
    const found = { workflow: instance.workflow, search: searchText(instance) };
    await tasks.updateOne({ _id, rev }, { $set: found });
  }
}
