import type { Driver } from './driver.ts';

/** Whether a viewer may see the case that a row is of; `? IS NULL` is who sees all. */
const seenIn = (row: string): string =>
  `(? IS NULL OR EXISTS (SELECT 1 FROM viewers v WHERE v.token IN (SELECT value FROM json_each(?)) AND v.instance = ${row}.instance))`;
const SEEN = seenIn('t');
/** A task that excludes the person is not offered to them; they may still see it in their department. */
const NOT_KEPT =
  "(substr(w.word, 1, 2) <> 'a:' OR NOT EXISTS (SELECT 1 FROM json_each(t.excluded) x WHERE x.value = ?))";

/** What is looked for, in the words of cases with open tasks: a small table. Lists of whole boxes do not read it. */
const MATCHES = '(? IS NULL OR c.workflow = ?) AND (? IS NULL OR instr(c.search, ?) > 0)';
const MATCHING_CASES = `case_words c WHERE CASE WHEN ${MATCHES} THEN ${seenIn('c')} ELSE 0 END`;

/** From the word to its tasks, each word from its own sorted stretch of the index; several are merged. `IN` would sort them all. */
const BY_WORD = `task_words w JOIN tasks t ON t.id = w.task WHERE w.word = ? AND ${SEEN} AND ${NOT_KEPT}`;
/** Where very many cases match, each word is walked in the order of the list until a page is full. */
const BY_WORD_MATCHING = `task_words w CROSS JOIN tasks t ON t.id = w.task CROSS JOIN case_words c ON c.instance = t.instance
  WHERE w.word = ? AND CASE WHEN ${MATCHES} THEN ${SEEN} AND ${NOT_KEPT} ELSE 0 END`;

/**
 * From the cases that a viewer sees to their tasks, for one who sees few: among very many tasks of a department, those
 * few would be looked for through all of them. The id of a task is that of its case, a point, and its own.
 */
const FROM_CASES = `(SELECT DISTINCT instance FROM viewers WHERE token IN (SELECT value FROM json_each(?))) v
  CROSS JOIN tasks t ON t.id > v.instance || '.' AND t.id < v.instance || '/'`;
const THEIR_WORDS = 'CROSS JOIN task_words w ON w.due_order = t.due_order AND w.task = t.id';
const BY_CASE = `${FROM_CASES} ${THEIR_WORDS} WHERE w.word = ? AND ${NOT_KEPT}`;
/** Where few match, from these cases to their tasks. */
const BY_MATCH = `json_each(?) v CROSS JOIN tasks t ON t.id > v.value || '.' AND t.id < v.value || '/' ${THEIR_WORDS}
  WHERE w.word = ? AND ${NOT_KEPT}`;

const AFTER_DUE = 'AND (w.due_order > ? OR (w.due_order = ? AND w.task > ?)) AND w.due_order < ?';
const AFTER_NEWEST = 'AND (w.newest > ? OR (w.newest = ? AND w.task > ?)) AND w.due_order < ?';

export type TaskStatements = ReturnType<typeof prepareTaskStatements>;

/** Every statement on tasks and the words they are found by, prepared once. */
export function prepareTaskStatements(driver: Driver) {
  return {
    put: driver.prepare(
      'INSERT OR REPLACE INTO tasks (id, instance, excluded, words, due_order, body) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    drop: driver.prepare('DELETE FROM tasks WHERE id = ?'),
    wordsOf: driver.prepare('SELECT words, due_order FROM tasks WHERE id = ?'),
    dropWord: driver.prepare('DELETE FROM task_words WHERE word = ? AND due_order = ? AND task = ?'),
    addWords: driver.prepare(
      'INSERT INTO task_words (word, due_order, task, newest) SELECT value, ?, ?, ? FROM json_each(?)',
    ),
    body: driver.prepare('SELECT t.body, i.row FROM tasks t JOIN instances i ON i.id = t.instance WHERE t.id = ?'),
    seenCases: driver.prepare(
      'SELECT count(*) AS count FROM (SELECT 1 FROM viewers WHERE token IN (SELECT value FROM json_each(?)) LIMIT ?)',
    ),
    putCase: driver.prepare('INSERT OR REPLACE INTO case_words (instance, workflow, search) VALUES (?, ?, ?)'),
    addCase: driver.prepare('INSERT OR IGNORE INTO case_words (instance, workflow, search) VALUES (?, ?, ?)'),
    dropCase: driver.prepare('DELETE FROM case_words WHERE instance = ?'),
    matchingCases: driver.prepare(`SELECT c.instance FROM ${MATCHING_CASES} LIMIT ?`),
    byWord: prepareFinding(driver, BY_WORD),
    byCase: prepareFinding(driver, BY_CASE),
    byWordMatching: prepareFinding(driver, BY_WORD_MATCHING),
    byMatch: prepareFinding(driver, BY_MATCH),
  };
}

/** The two orders of a list and its count, over one way of finding. */
function prepareFinding(driver: Driver, found: string) {
  return {
    due: driver.prepare(
      `SELECT w.due_order AS place, w.task FROM ${found} ${AFTER_DUE} ORDER BY w.due_order, w.task LIMIT ?`,
    ),
    newest: driver.prepare(
      `SELECT w.newest AS place, w.task FROM ${found} ${AFTER_NEWEST} ORDER BY w.newest, w.task LIMIT ?`,
    ),
    count: driver.prepare(`SELECT w.task FROM ${found} AND w.due_order < ? LIMIT ?`),
  };
}
