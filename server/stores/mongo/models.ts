import mongoose, { type Connection, type Model } from 'mongoose';
import type { InstanceDocument } from './instance-document.ts';
import type { RecordDocument } from './collections.ts';
import type { TaskRowDocument } from './task-rows.ts';

/**
 * Models for lists, whose filters come from outside: a field that the schema does not know, or an operator in place of
 * a text, is refused before the database sees it. Nothing is written through them.
 */
export interface Models {
  readonly instances: Model<InstanceDocument>;
  readonly tasks: Model<TaskRowDocument>;
  readonly records: Model<RecordDocument>;
}

const { Mixed } = mongoose.Schema.Types;
const READ_ONLY = { versionKey: false, minimize: false, id: false, autoIndex: false, autoCreate: false } as const;

/** Opens the models on a connection of their own Mongoose. */
export function openModels(connection: Connection): Models {
  return {
    instances: connection.model<InstanceDocument>('Instance', instanceSchema(), 'instances'),
    tasks: connection.model<TaskRowDocument>('TaskRow', taskSchema(), 'tasks'),
    records: connection.model<RecordDocument>('Record', recordSchema(), 'records'),
  };
}

function instanceSchema(): mongoose.Schema<InstanceDocument> {
  const definition = {
    _id: String,
    workflow: String,
    status: String,
    key: String,
    viewers: [String],
    startedAt: Number,
    search: String,
    incidents: Mixed,
  };
  return new mongoose.Schema(definition, READ_ONLY) as unknown as mongoose.Schema<InstanceDocument>;
}

function taskSchema(): mongoose.Schema<TaskRowDocument> {
  const definition = {
    _id: String,
    words: [String],
    viewers: [String],
    excluded: [String],
    dueOrder: Number,
    newest: Number,
    workflow: String,
    search: String,
    task: Mixed,
    of: Mixed,
  };
  return new mongoose.Schema(definition, READ_ONLY) as unknown as mongoose.Schema<TaskRowDocument>;
}

function recordSchema(): mongoose.Schema<RecordDocument> {
  const definition = { _id: String, register: String, id: String, rev: Number, keys: [String], value: Mixed };
  return new mongoose.Schema(definition, READ_ONLY) as unknown as mongoose.Schema<RecordDocument>;
}
