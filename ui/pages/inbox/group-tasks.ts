import type { TaskRowView } from '../../../server/services/views/task-view.ts';
import type { TaskOrder } from '../../api/task-order.ts';
import type { Dates } from '../../texts/format-dates.ts';

/** What tasks have in common that stand together. */
export type GroupName = 'overdue' | 'today' | 'later' | 'newest';

/** Tasks that stand under one heading. */
export interface TaskGroup {
  readonly name: GroupName;
  readonly tasks: readonly TaskRowView[];
  /** True where more of it may follow on the next page. */
  readonly open: boolean;
}

/** By what, and as of when, tasks are grouped. */
export interface Grouping {
  readonly order: TaskOrder;
  /** The moment the list was taken. Not the time now: a row must not move to another group under a finger. */
  readonly takenAt: number;
  readonly dates: Pick<Dates, 'daysAway'>;
  /** True where the list has a next page. */
  readonly more: boolean;
}

/** Groups tasks by their due time. Empty groups are left out; the order within a group is the list's. */
export function groupTasks(tasks: readonly TaskRowView[], grouping: Grouping): TaskGroup[] {
  const names: readonly GroupName[] = grouping.order === 'newest' ? ['newest'] : ['overdue', 'today', 'later'];
  const groups = names.map((name) => ({ name, tasks: tasks.filter((task) => groupOf(task, grouping) === name) }));
  const filled = groups.filter((group) => group.tasks.length > 0);
  return filled.map((group, index) => ({ ...group, open: grouping.more && index === filled.length - 1 }));
}

/** The group of a task. One without a due time is for later. */
function groupOf({ dueAt }: TaskRowView, { order, takenAt, dates }: Grouping): GroupName {
  if (order === 'newest') return 'newest';
  if (dueAt === null) return 'later';
  const due = Date.parse(dueAt);
  if (due <= takenAt) return 'overdue';
  return dates.daysAway(due, takenAt) === 0 ? 'today' : 'later';
}
