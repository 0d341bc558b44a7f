import mongoose from 'mongoose';
import type { InstanceStore, TaskFilter, TaskRow } from '../../../engine/ports/store.ts';
import { pageOf, readCursor } from '../index-rows.ts';
import { fromBson } from './bson-value.ts';
import { allOf, behind, type Conditions, having, seenBy } from './list-filter.ts';
import type { Models } from './models.ts';
import type { TaskRowDocument } from './task-rows.ts';

const { trusted } = mongoose;

/** Lists of open tasks, from their rows. ST12 */
export function openTaskList({ tasks }: Pick<Models, 'tasks'>): Pick<InstanceStore, 'listTasks' | 'countTasks'> {
  return {
    async listTasks(query) {
      const field = query.order === 'due' ? 'dueOrder' : 'newest';
      const filter = allOf([...conditions(query), ...behind(field, '$gt', readCursor(query.cursor))]);
      const rows = await tasks
        .find(filter)
        .sort({ [field]: 1, _id: 1 })
        .limit(query.limit + 1)
        .batchSize(query.limit + 2)
        .lean<TaskRowDocument[]>();
      const page = pageOf(rows, query.limit, (row) => ({ order: Number(row[field]), id: row._id }));
      return { items: page.items.map(rowOf), next: page.next };
    },
    countTasks: (filter, stopAt) => tasks.countDocuments(allOf(conditions(filter)), { limit: stopAt }),
  };
}

function conditions({ words, person, viewer, dueBefore, workflow, q }: TaskFilter): Conditions {
  // An offer is kept from whom the task excludes; other words find it all the same.
  const others = words.filter((word) => !word.startsWith('a:'));
  return [
    { words: trusted({ $in: [...words] }) },
    { $or: [{ excluded: trusted({ $ne: person }) }, { words: trusted({ $in: others }) }] },
    ...seenBy(viewer),
    ...(dueBefore === undefined ? [] : [{ dueOrder: trusted({ $lt: dueBefore }) }]),
    ...(workflow === undefined ? [] : [{ workflow }]),
    ...having(q),
  ];
}

function rowOf(row: TaskRowDocument): TaskRow {
  return {
    task: fromBson(row.task) as unknown as TaskRow['task'],
    instance: fromBson(row.of) as unknown as TaskRow['instance'],
  };
}
