import type { Connection, mongo } from 'mongoose';
import type { InstanceDocument } from './instance-document.ts';
import type { TaskRowDocument } from './task-rows.ts';

/** An entry of history, in a row of its own. Its id is the instance and the revision, so writing it twice is harmless. */
export interface HistoryDocument {
  readonly _id: string;
  readonly instance: string;
  readonly rev: number;
  readonly command: string;
  readonly entry: unknown;
}

/** A row of a register. */
export interface RecordDocument {
  readonly _id: string;
  readonly register: string;
  readonly id: string;
  readonly rev: number;
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** What the database holds. `instances` is the truth; `tasks` and `history` are found again from it. */
export interface Collections {
  readonly instances: mongo.Collection<InstanceDocument>;
  readonly tasks: mongo.Collection<TaskRowDocument>;
  readonly history: mongo.Collection<HistoryDocument>;
  readonly records: mongo.Collection<RecordDocument>;
}

/** The database behind a connection. Writes go to it directly: a model would cast them and drop empty objects. */
export function nativeOf(connection: Connection): mongo.Db {
  if (connection.db === undefined) throw new Error('The connection was used before it was open.');
  return connection.db;
}

/** The collections by their names. */
export function collectionsOf(connection: Connection): Collections {
  const db = nativeOf(connection);
  return {
    instances: db.collection('instances'),
    tasks: db.collection('tasks'),
    history: db.collection('history'),
    records: db.collection('records'),
  };
}
