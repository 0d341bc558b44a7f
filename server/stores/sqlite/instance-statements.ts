import type { Driver } from './driver.ts';

/** What a reader may see, and what they asked for: each pair is `? IS NULL OR …`, so one text serves every filter. */
const FILTER = `(? IS NULL OR EXISTS (SELECT 1 FROM viewers v WHERE v.token IN (SELECT value FROM json_each(?)) AND v.instance = i.id))
  AND (? IS NULL OR i.workflow = ?) AND (? IS NULL OR i.status = ?) AND (? IS NULL OR i.key = ?) AND (? IS NULL OR instr(i.search, ?) > 0)`;

/** Few cases have an incident, and an index holds only them. */
const STOPPED = "json_extract(i.row, '$.incidents') > 0";

export type Statements = ReturnType<typeof prepareStatements>;

/** Every statement on instances and their history, prepared once. */
export function prepareStatements(driver: Driver) {
  return {
    load: driver.prepare('SELECT doc FROM instances WHERE id = ?'),
    turnOf: driver.prepare('SELECT turn FROM instances WHERE id = ?'),
    holder: driver.prepare('SELECT id FROM instances WHERE key_held = ?'),
    numberTaken: driver.prepare('SELECT 1 FROM instances WHERE series = ? AND seq = ?'),
    lastSeq: driver.prepare('SELECT max(seq) AS seq FROM instances WHERE series = ?'),
    insert: driver.prepare(
      'INSERT INTO instances (id, turn, workflow, series, seq, key, key_held, status, started_at, next_due_at, search, row, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    update: driver.prepare(
      'UPDATE instances SET turn = ?, status = ?, next_due_at = ?, search = ?, row = ?, doc = ? WHERE id = ? AND turn = ?',
    ),
    // Apart, because naming a column in an update writes its index whether or not the value is another.
    holdKey: driver.prepare('UPDATE instances SET key_held = ? WHERE id = ?'),
    keep: driver.prepare('UPDATE instances SET turn = ?, next_due_at = ?, doc = ? WHERE id = ? AND turn = ?'),
    addViewers: driver.prepare('INSERT OR IGNORE INTO viewers (token, instance) SELECT value, ? FROM json_each(?)'),
    addEntry: driver.prepare('INSERT INTO history (instance, rev, command, entry) VALUES (?, ?, ?, ?)'),
    findCommand: driver.prepare('SELECT instance, rev FROM history WHERE command = ?'),
    history: driver.prepare('SELECT entry FROM history WHERE instance = ? AND rev > ? ORDER BY rev LIMIT ?'),
    due: driver.prepare('SELECT id FROM instances WHERE next_due_at <= ? ORDER BY next_due_at LIMIT ?'),
    nextDue: driver.prepare('SELECT min(next_due_at) AS at FROM instances WHERE next_due_at IS NOT NULL'),
    listInstances: driver.prepare(
      `SELECT i.row FROM instances i WHERE ${FILTER} AND (i.started_at < ? OR (i.started_at = ? AND i.id > ?)) ORDER BY i.started_at DESC, i.id LIMIT ?`,
    ),
    listStopped: driver.prepare(
      `SELECT i.row FROM instances i WHERE ${STOPPED} AND ${FILTER} AND (i.started_at < ? OR (i.started_at = ? AND i.id > ?)) ORDER BY i.started_at DESC, i.id LIMIT ?`,
    ),
    countStopped: driver.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM instances i WHERE ${STOPPED} AND ${FILTER} LIMIT ?)`,
    ),
    countInstances: driver.prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM instances i WHERE ${FILTER} LIMIT ?)`),
  };
}
