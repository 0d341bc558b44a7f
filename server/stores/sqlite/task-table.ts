import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Page, TaskFilter, TaskQuery, TaskRow } from '../../../engine/ports/store.ts';
import { dueOrder, pageOf, type Place, readCursor, searchText, taskTokens } from '../index-rows.ts';
import type { Driver, SqlRow, SqlValue } from './driver.ts';
import { prepareTaskStatements, type TaskStatements } from './task-statements.ts';

/** Open tasks and the words they are found by. Written in the transaction of the commit, so a list is never behind. */
export interface TaskTable {
  /** Brings the rows of an instance up to date. `changed` names what differs; null writes all. */
  write(after: Instance, changed: readonly string[] | null): void;
  list(query: TaskQuery): Page<TaskRow>;
  count(filter: TaskFilter, stopAt: number): number;
}

/** A way to a list and its count, with the values that its statements begin with for a word. */
interface Finding {
  readonly find: TaskStatements['byWord'];
  readonly begin: (word: string) => readonly SqlValue[];
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

  /** Keeps the words of a case while it has open tasks. One that is there already is left alone unless they changed. */
  const writeCase = (after: Instance, changed: readonly string[] | null): void => {
    const { id, workflow } = after;
    const isRenamed = changed === null || changed.some((path) => path === 'number' || path === 'subject');
    if (Object.keys(after.tasks).length === 0) sql.dropCase.run(id);
    else if (isRenamed) sql.putCase.run(id, workflow, searchText(after));
    else sql.addCase.run(id, workflow, searchText(after));
  };

  /** The statements that fit what the viewer sees, and the values that they begin with. */
  const findingWhole = ({ viewer, person }: TaskFilter): Finding => {
    const tokens = viewer === null ? null : JSON.stringify(viewer);
    const seen = tokens === null ? fewCases + 1 : Number(sql.seenCases.get(tokens, fewCases + 1)?.['count'] ?? 0);
    return seen > fewCases
      ? { find: sql.byWord, begin: (word) => [word, tokens, tokens, person] }
      : { find: sql.byCase, begin: (word) => [tokens, word, person] };
  };

  /** The same for what the reader looks for: from the cases that match, or along the list where those are many. */
  const findingMatching = ({ viewer, person, workflow, q }: TaskFilter): Finding => {
    const tokens = viewer === null ? null : JSON.stringify(viewer);
    const [of, search] = [workflow ?? null, q?.toLowerCase() ?? null];
    const wanted: readonly SqlValue[] = [of, of, search, search, tokens, tokens];
    const cases = sql.matchingCases.all(...wanted, fewCases + 1).map((row) => String(row['instance']));
    if (cases.length > fewCases) return { find: sql.byWordMatching, begin: (word) => [word, ...wanted, person] };
    const ids = JSON.stringify(cases);
    return { find: sql.byMatch, begin: (word) => [ids, word, person] };
  };

  const findingFor = (filter: TaskFilter): Finding =>
    filter.workflow === undefined && filter.q === undefined ? findingWhole(filter) : findingMatching(filter);

  return {
    write(after, changed) {
      const ids =
        changed === null
          ? Object.keys(after.tasks)
          : changed.filter((path) => path.startsWith('tasks.')).map((path) => path.slice('tasks.'.length));
      for (const id of ids) write(after, after.tasks[id], id);
      if (ids.length > 0 || changed?.includes('subject')) writeCase(after, changed);
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
