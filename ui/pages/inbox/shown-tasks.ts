import type { TaskRowView } from '../../../server/services/views/task-view.ts';

/** A list as it stands before the reader. It changes its rows, but neither their places nor their number. */
export interface ShownTasks {
  readonly rows: readonly TaskRowView[];
  /** When it was taken. */
  readonly takenAt: number;
}

/** What the screen shows of a list, against what the server says now. */
export interface Comparison {
  readonly rows: readonly { readonly task: TaskRowView; readonly gone: boolean }[];
  /** How many tasks have come in that are not shown. */
  readonly fresh: number;
}

/**
 * Compares the shown list with the newest one.
 *
 * A row that both know shows its newest state, in its old place. A row that the server no longer lists stays, marked
 * as gone. New ones are only counted: nothing moves under a finger.
 */
export function compareTasks(shown: ShownTasks, newest: readonly TaskRowView[]): Comparison {
  const byId = new Map(newest.map((task) => [task.id, task]));
  const known = new Set(shown.rows.map(({ id }) => id));
  return {
    rows: shown.rows.map((task) => ({ task: byId.get(task.id) ?? task, gone: !byId.has(task.id) })),
    fresh: newest.filter(({ id }) => !known.has(id)).length,
  };
}
