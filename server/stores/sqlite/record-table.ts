import type { RecordStore, StoredRecord } from '../../../engine/ports/store.ts';
import { pageOf, readCursor } from '../index-rows.ts';
import type { Driver, SqlRow } from './driver.ts';
import type { WriteQueue } from './write-queue.ts';

const LAST_ID = '\u{10ffff}';

/** Rows of registers with their keys. RC1, RC2 */
export function openRecordTable(driver: Driver, queue: WriteQueue): RecordStore {
  const columns = 'r.register, r.id, r.rev, r.keys, r.value';
  const sql = {
    get: driver.prepare(`SELECT ${columns} FROM records r WHERE register = ? AND id = ?`),
    put: driver.prepare('INSERT OR REPLACE INTO records (register, id, rev, keys, value) VALUES (?, ?, ?, ?, ?)'),
    remove: driver.prepare('DELETE FROM records WHERE register = ? AND id = ?'),
    count: driver.prepare('SELECT count(*) AS count FROM (SELECT 1 FROM records WHERE register = ? LIMIT ?)'),
    removeKey: driver.prepare('DELETE FROM record_keys WHERE register = ? AND key = ? AND id = ?'),
    addKey: driver.prepare('INSERT OR IGNORE INTO record_keys (register, key, id) VALUES (?, ?, ?)'),
    all: driver.prepare(`SELECT ${columns} FROM records r WHERE r.register = ? AND r.id > ? ORDER BY r.id LIMIT ?`),
    allDown: driver.prepare(
      `SELECT ${columns} FROM records r WHERE r.register = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?`,
    ),
    keyed: driver.prepare(
      `SELECT ${columns} FROM record_keys k JOIN records r ON r.register = k.register AND r.id = k.id WHERE k.register = ? AND k.key = ? AND k.id > ? ORDER BY k.id LIMIT ?`,
    ),
    keyedDown: driver.prepare(
      `SELECT ${columns} FROM record_keys k JOIN records r ON r.register = k.register AND r.id = k.id WHERE k.register = ? AND k.key = ? AND k.id < ? ORDER BY k.id DESC LIMIT ?`,
    ),
  };
  const read = (register: string, id: string): StoredRecord | undefined => {
    const row = sql.get.get(register, id);
    return row === undefined ? undefined : recordOf(row);
  };
  const dropKeys = (record: StoredRecord | undefined): void => {
    for (const key of record?.keys ?? []) sql.removeKey.run(record?.register ?? '', key, record?.id ?? '');
  };

  return {
    getRecord: async (register, id) => read(register, id),
    async getRecords(register, ids) {
      const found = ids.flatMap((id) => read(register, id) ?? []);
      return new Map(found.map((record) => [record.id, record]));
    },
    putRecord: ({ register, id, value, keys = [], expect }) =>
      queue.write(() => {
        const record = read(register, id);
        if (expect !== undefined && (record?.rev ?? 0) !== expect) return { kind: 'conflict', record };
        const rev = (record?.rev ?? 0) + 1;
        dropKeys(record);
        sql.put.run(register, id, rev, JSON.stringify(keys), JSON.stringify(value));
        for (const key of keys) sql.addKey.run(register, key, id);
        return { kind: 'stored', rev };
      }),
    removeRecord: (register, id) =>
      queue.write(() => {
        dropKeys(read(register, id));
        sql.remove.run(register, id);
      }),
    removeRecordAt: (register, id, rev) =>
      queue.write(() => {
        const record = read(register, id);
        if (record?.rev !== rev) return false;
        dropKeys(record);
        return sql.remove.run(register, id) === 1;
      }),
    countRecords: async (register, stopAt) => Number(sql.count.get(register, stopAt)?.['count']),
    async listRecords({ register, key, limit, cursor, descending }) {
      const from = readCursor(cursor)?.id ?? (descending === true ? LAST_ID : '');
      const rows =
        key === undefined
          ? (descending === true ? sql.allDown : sql.all).all(register, from, limit + 1)
          : (descending === true ? sql.keyedDown : sql.keyed).all(register, key, from, limit + 1);
      return pageOf(rows.map(recordOf), limit, (record) => ({ order: 0, id: record.id }));
    },
  };
}

function recordOf(row: SqlRow): StoredRecord {
  return {
    register: String(row['register']),
    id: String(row['id']),
    rev: Number(row['rev']),
    keys: JSON.parse(String(row['keys'])) as string[],
    value: JSON.parse(String(row['value'])),
  };
}
