import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Page, TaskFilter, TaskQuery, TaskRow } from '../../../engine/ports/store.ts';
import { dueOrder, pageOf, type Place, readCursor, taskTokens } from '../index-rows.ts';
import type { Driver, SqlRow, SqlValue } from './driver.ts';
import { prepareTaskStatements } from './task-statements.ts';

/** Open tasks and the words they are found by. Written in the transaction of the commit, so a list is never behind. */
export interface TaskTable {
  /** Brings the rows of an instance up to date. `changed` names what differs; null writes all. */
  write(after: Instance, changed: readonly string[] | null): void;
  list(query: TaskQuery): Page<TaskRow>;
  count(filter: TaskFilter, stopAt: number): number;
}

/** Opens the table. Who sees at most `fewCases` is asked by case. */
export function openTaskTable(driver: Driver, fewCases: number): TaskTable {
  const sql = prepareTaskStatements(driver);

  const write = (instance: Instance, task: Task | undefined, id: string): void => {
    const name = `${instance.id}.${id}`;
    const old = sql.wordsOf.get(name);
    if (old !== undefined)
      for (const word of JSON.parse(String(old['words'])) as string[])
        sql.dropWord.run(word, Number(old['due_order']), name);
    if (task === undefined) {
      sql.drop.run(name);
      return;
    }
    const words = taskTokens(task);
    const due = dueOrder(task);
    sql.put.run(name, instance.id, JSON.stringify(task.excluded), JSON.stringify(words), due, JSON.stringify(task));
    sql.addWords.run(due, name, -task.openedAt, JSON.stringify(words));
  };

  /** The statements that fit what the viewer sees and looks for, and the values that they begin with. */
  const findingFor = ({ viewer, person, workflow, q }: TaskFilter) => {
    const tokens = viewer === null ? null : JSON.stringify(viewer);
    const seen = tokens === null ? fewCases + 1 : Number(sql.seenCases.get(tokens, fewCases + 1)?.['count'] ?? 0);
    const isFiltered = workflow !== undefined || q !== undefined;
    const [of, search] = [workflow ?? null, q?.toLowerCase() ?? null];
    const wanted: readonly SqlValue[] = isFiltered ? [of, of, search, search] : [];
    return seen > fewCases
      ? {
          find: isFiltered ? sql.byWordMatching : sql.byWord,
          begin: (word: string): readonly SqlValue[] => [word, ...wanted, tokens, tokens, person],
        }
      : {
          find: isFiltered ? sql.byCaseMatching : sql.byCase,
          begin: (word: string): readonly SqlValue[] => [tokens, ...wanted, word, person],
        };
  };

  return {
    write(after, changed) {
      const ids =
        changed === null
          ? Object.keys(after.tasks)
          : changed.filter((path) => path.startsWith('tasks.')).map((path) => path.slice('tasks.'.length));
      for (const id of ids) write(after, after.tasks[id], id);
    },
    list(query) {
      const { order, id } = readCursor(query.cursor) ?? { order: Number.MIN_SAFE_INTEGER, id: '' };
      const { find, begin } = findingFor(query);
      const places = query.words.flatMap((word) =>
        find[query.order]
          .all(...begin(word), order, order, id, query.dueBefore ?? Number.MAX_SAFE_INTEGER, query.limit + 1)
          .map(placeOf),
      );
      const merged = [...new Map(places.map((place) => [place.id, place])).values()].sort(
        (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
      );
      const page = pageOf(merged, query.limit, (place) => place);
      return { items: page.items.map((place) => rowOf(sql.body.get(place.id) as SqlRow)), next: page.next };
    },
    count(filter, stopAt) {
      const { find, begin } = findingFor(filter);
      const found = new Set<SqlValue | undefined>();
      for (const word of filter.words) {
        const rows = find.count.all(...begin(word), filter.dueBefore ?? Number.MAX_SAFE_INTEGER, stopAt);
        for (const row of rows) found.add(row['task']);
        if (found.size >= stopAt) return stopAt;
      }
      return found.size;
    },
  };
}

function placeOf(row: SqlRow): Place {
  return { order: Number(row['place']), id: String(row['task']) };
}

function rowOf(row: SqlRow): TaskRow {
  const { id, number, subject, workflow, version } = JSON.parse(String(row['row'])) as TaskRow['instance'];
  return { task: JSON.parse(String(row['body'])) as Task, instance: { id, number, subject, workflow, version } };
}
