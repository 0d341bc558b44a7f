import type { InstanceFilter, TaskFilter } from '../../engine/ports/store.ts';
import type { Instance, Task } from '../../engine/model/instance.ts';
import { searchText, taskTokens } from './index-rows.ts';

/** Whether a task belongs into a list: what the indexes of every adapter must answer too. */
export function matchesTask(filter: TaskFilter, task: Task, instance: Instance): boolean {
  const { words, person, viewer, dueBefore, workflow, q } = filter;
  if (viewer !== null && !viewer.some((token) => instance.viewers.includes(token))) return false;
  if (dueBefore !== undefined && (task.dueAt === null || task.dueAt >= dueBefore)) return false;
  if (workflow !== undefined && instance.workflow !== workflow) return false;
  if (q !== undefined && !searchText(instance).includes(q.toLowerCase())) return false;
  const kept = task.excluded.includes(person);
  return taskTokens(task).some((token) => words.includes(token) && !(kept && token.startsWith('a:')));
}

/** Whether a case belongs into a list. */
export function matchesInstance(filter: InstanceFilter, instance: Instance): boolean {
  const { viewer, workflow, status, key, q, stopped } = filter;
  return (
    (viewer === null || viewer.some((token) => instance.viewers.includes(token))) &&
    (workflow === undefined || instance.workflow === workflow) &&
    (status === undefined || instance.status === status) &&
    (key === undefined || instance.key === key) &&
    (stopped !== true || Object.keys(instance.incidents).length > 0) &&
    (q === undefined || searchText(instance).includes(q.toLowerCase()))
  );
}
