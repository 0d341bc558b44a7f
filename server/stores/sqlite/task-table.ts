import type { Instance, Task } from '../../../engine/model/instance.ts';
import type { Page, TaskFilter, TaskQuery, TaskRow } from '../../../engine/ports/store.ts';
import { dueOrder, pageOf, type Place, readCursor, taskTokens } from '../index-rows.ts';
import type { Driver, SqlRow, SqlValue } from './driver.ts';

/** Open tasks and the words they are found by. Written in the transaction of the commit, so a list is never behind. */
export interface TaskTable {
  /** Brings the rows of an instance up to date. `changed` names what differs; null writes all. */
  write(after: Instance, changed: readonly string[] | null): void;
  list(query: TaskQuery): Page<TaskRow>;
  count(filter: TaskFilter, stopAt: number): number;
}

const SEEN =
  '(? IS NULL OR EXISTS (SELECT 1 FROM viewers v WHERE v.instance = t.instance AND v.token IN (SELECT value FROM json_each(?))))';
/** A task that excludes the person is not offered to them; they may still see it in their department. */
const NOT_KEPT =
  "(substr(w.word, 1, 2) <> 'a:' OR NOT EXISTS (SELECT 1 FROM json_each(t.excluded) x WHERE x.value = ?))";

export function openTaskTable(driver: Driver): TaskTable {
  const sql = {
    put: driver.prepare(
      'INSERT OR REPLACE INTO tasks (id, instance, excluded, words, due_order, body) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    drop: driver.prepare('DELETE FROM tasks WHERE id = ?'),
    wordsOf: driver.prepare('SELECT words, due_order FROM tasks WHERE id = ?'),
    dropWord: driver.prepare('DELETE FROM task_words WHERE word = ? AND due_order = ? AND task = ?'),
    addWord: driver.prepare('INSERT INTO task_words (word, due_order, task, newest) VALUES (?, ?, ?, ?)'),
    body: driver.prepare('SELECT t.body, i.row FROM tasks t JOIN instances i ON i.id = t.instance WHERE t.id = ?'),
    // One word at a time, each from its own sorted stretch of the index; several are merged. `IN` would sort them all.
    byDue: driver.prepare(`SELECT w.due_order AS place, w.task FROM task_words w JOIN tasks t ON t.id = w.task
      WHERE w.word = ? AND (w.due_order > ? OR (w.due_order = ? AND w.task > ?)) AND w.due_order < ? AND ${SEEN} AND ${NOT_KEPT} ORDER BY w.due_order, w.task LIMIT ?`),
    byNewest: driver.prepare(`SELECT w.newest AS place, w.task FROM task_words w JOIN tasks t ON t.id = w.task
      WHERE w.word = ? AND (w.newest > ? OR (w.newest = ? AND w.task > ?)) AND w.due_order < ? AND ${SEEN} AND ${NOT_KEPT} ORDER BY w.newest, w.task LIMIT ?`),
    count:
      driver.prepare(`SELECT count(*) AS count FROM (SELECT DISTINCT w.task FROM task_words w JOIN tasks t ON t.id = w.task
      WHERE w.word IN (SELECT value FROM json_each(?)) AND w.due_order < ? AND ${SEEN} AND ${NOT_KEPT} LIMIT ?)`),
  };

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
    for (const word of words) sql.addWord.run(word, due, name, -task.openedAt);
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
      const from = readCursor(query.cursor) ?? { order: Number.MIN_SAFE_INTEGER, id: '' };
      const find = query.order === 'due' ? sql.byDue : sql.byNewest;
      const places = query.words.flatMap((word) =>
        find
          .all(
            word,
            from.order,
            from.order,
            from.id,
            query.dueBefore ?? Number.MAX_SAFE_INTEGER,
            ...seenBy(query),
            query.limit + 1,
          )
          .map(placeOf),
      );
      const merged = [...new Map(places.map((place) => [place.id, place])).values()].sort(
        (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
      );
      const page = pageOf(merged, query.limit, (place) => place);
      return { items: page.items.map((place) => rowOf(sql.body.get(place.id) as SqlRow)), next: page.next };
    },
    count(filter, stopAt) {
      const row = sql.count.get(
        JSON.stringify(filter.words),
        filter.dueBefore ?? Number.MAX_SAFE_INTEGER,
        ...seenBy(filter),
        stopAt,
      );
      return Number(row?.['count'] ?? 0);
    },
  };
}

function seenBy({ viewer, person }: TaskFilter): readonly SqlValue[] {
  const tokens = viewer === null ? null : JSON.stringify(viewer);
  return [tokens, tokens, person];
}

function placeOf(row: SqlRow): Place {
  return { order: Number(row['place']), id: String(row['task']) };
}

function rowOf(row: SqlRow): TaskRow {
  const { id, number, subject, workflow, version } = JSON.parse(String(row['row'])) as TaskRow['instance'];
  return { task: JSON.parse(String(row['body'])) as Task, instance: { id, number, subject, workflow, version } };
}
