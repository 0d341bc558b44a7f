import type { mongo } from 'mongoose';
import type { Commit } from '../../../engine/model/commit.ts';
import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { TaskRow } from '../../../engine/ports/store.ts';
import { dueOrder, searchText, taskTokens } from '../index-rows.ts';
import { toBson } from './bson-value.ts';

/** Rows of the `tasks` collection and the writes that make them. Pure: no driver here. */

/**
 * One open task, or the grave of a closed one. `rev` is the revision of the instance that it was written from.
 *
 * A closed task leaves a grave without words, so that a writer who comes late finds something newer and cannot bring
 * it back. The database clears graves after a day, by its own clock.
 */
export interface TaskRowDocument {
  readonly _id: string;
  readonly instance: string;
  readonly rev: number;
  readonly words: readonly string[];
  readonly viewers?: readonly string[];
  readonly excluded?: readonly string[];
  readonly dueOrder?: number;
  readonly newest?: number;
  readonly workflow?: string;
  /** Number and subject of the case, for what is looked for. */
  readonly search?: string;
  readonly task?: unknown;
  readonly of?: unknown;
  readonly goneAt?: Date;
}

/** A write of one row: it changes only what is older than it. MG6 */
export interface TaskWrite {
  readonly filter: mongo.Filter<TaskRowDocument>;
  readonly update: mongo.UpdateFilter<TaskRowDocument>;
}

/** Facts of an instance that stand in the row of each of its tasks. */
const FACTS = ['subject', 'number', 'workflow', 'version', 'viewers'];

/** The tasks whose rows a commit must bring up to date. */
export function touchedTasks({ turn, after, changed }: Commit): readonly string[] {
  const named = changed.filter((path) => path.startsWith('tasks.')).map((path) => path.slice('tasks.'.length));
  const isAll = turn === 0 || changed.includes('tasks') || FACTS.some((fact) => changed.includes(fact));
  return isAll ? [...new Set([...named, ...Object.keys(after.tasks)])] : named;
}

/** The writes that bring rows up to an instance: open tasks are written, others buried. */
export function taskWrites(instance: Instance, ids: readonly string[]): readonly TaskWrite[] {
  return ids.map((id) => {
    const task = Object.hasOwn(instance.tasks, id) ? instance.tasks[id] : undefined;
    const filter = { _id: rowId(instance.id, id), rev: { $lt: instance.rev } };
    return { filter, update: task === undefined ? bury(instance) : put(instance, task) };
  });
}

/** The id of a task's row. */
export function rowId(instance: string, task: string): string {
  return `${instance}.${task}`;
}

function put(instance: Instance, task: Task): TaskWrite['update'] {
  const { id, number, subject, workflow, version, viewers, rev } = instance;
  const of: TaskRow['instance'] = { id, number, subject, workflow, version };
  return {
    $set: {
      instance: id,
      rev,
      words: [...taskTokens(task)],
      viewers: [...viewers],
      excluded: [...task.excluded],
      dueOrder: dueOrder(task),
      newest: -task.openedAt,
      workflow,
      search: searchText(instance),
      task: toBson(task),
      of: toBson(of),
    },
    $unset: { goneAt: '' },
  };
}

function bury({ id, rev }: Instance): TaskWrite['update'] {
  return {
    $set: { instance: id, rev, words: [] },
    $unset: { viewers: '', excluded: '', dueOrder: '', newest: '', workflow: '', search: '', task: '', of: '' },
    $currentDate: { goneAt: true },
  };
}
