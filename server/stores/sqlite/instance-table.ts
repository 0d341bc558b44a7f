import type { Commit, CommitResult } from '../../../engine/model/commit.ts';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type {
  DueWork,
  FoundCommand,
  InstanceFilter,
  InstanceQuery,
  InstanceRow,
  InstanceStore,
  Page,
} from '../../../engine/ports/store.ts';
import { leaseDue, settleWork } from '../../../engine/runtime/lease-work.ts';
import { instanceRow, pageOf, readCursor, searchText } from '../index-rows.ts';
import type { Driver, SqlValue } from './driver.ts';
import { openTaskTable, type TaskTable } from './task-table.ts';
import type { WriteQueue } from './write-queue.ts';

const FILTER = `(? IS NULL OR EXISTS (SELECT 1 FROM viewers v WHERE v.instance = i.id AND v.token IN (SELECT value FROM json_each(?))))
  AND (? IS NULL OR i.workflow = ?) AND (? IS NULL OR i.status = ?) AND (? IS NULL OR i.key = ?) AND (? IS NULL OR instr(i.search, ?) > 0)`;

/** Instances, their history and what is found from them. Every write goes through the queue. */
export function openInstanceTable(driver: Driver, queue: WriteQueue): InstanceStore {
  const sql = statements(driver);
  const tasks: TaskTable = openTaskTable(driver);
  const read = (id: string): Instance | undefined => {
    const row = sql.load.get(id);
    return row === undefined ? undefined : (JSON.parse(String(row['doc'])) as Instance);
  };
  const found = (command: string): FoundCommand | undefined => {
    const row = sql.findCommand.get(command);
    if (row === undefined) return undefined;
    const instance = String(row['instance']);
    return {
      instance,
      rev: Number(row['rev']),
      digest: read(instance)?.commands.find((applied) => applied.id === command)?.digest ?? null,
    };
  };

  /** The whole of a commit, inside one savepoint. ST2–ST6 */
  const apply = (commit: Commit): CommitResult => {
    const { turn, after, changed, entry } = commit;
    const known = found(entry.command);
    if (known !== undefined) return { kind: 'repeated', ...known };
    const refused = turn === 0 ? insert(commit) : update(turn, after);
    if (refused !== null) return refused;
    sql.addEntry.run(entry.instance, entry.rev, entry.command, JSON.stringify(entry));
    if (turn === 0 || changed.includes('viewers'))
      for (const token of after.viewers) sql.addViewer.run(after.id, token);
    tasks.write(after, turn === 0 ? null : changed);
    return { kind: 'applied' };
  };
  const insert = ({ after, leavesGap }: Commit): CommitResult | null => {
    const stored = sql.turnOf.get(after.id);
    if (stored !== undefined) return { kind: 'conflict', turn: Number(stored['turn']) };
    const holder = after.keyHeld === undefined ? undefined : sql.holder.get(after.keyHeld);
    if (holder !== undefined) return { kind: 'key-taken', holder: String(holder['id']) };
    // Inside the transaction the series stands still, so a gap is seen. A given number (a demo, an import) may leave one.
    const last = Number(sql.lastSeq.get(after.series)?.['seq'] ?? 0);
    if (
      after.seq <= last
        ? sql.numberTaken.get(after.series, after.seq) !== undefined
        : !leavesGap && after.seq > last + 1
    )
      return { kind: 'number-taken' };
    sql.insert.run(
      after.id,
      after.turn,
      after.workflow,
      after.series,
      after.seq,
      after.key,
      after.keyHeld ?? null,
      after.status,
      after.startedAt,
      after.nextDueAt,
      searchText(after),
      JSON.stringify(instanceRow(after)),
      JSON.stringify(after),
    );
    return null;
  };
  const update = (turn: number, after: Instance): CommitResult | null => {
    const changed = sql.update.run(
      after.turn,
      after.keyHeld ?? null,
      after.status,
      after.nextDueAt,
      searchText(after),
      JSON.stringify(instanceRow(after)),
      JSON.stringify(after),
      after.id,
      turn,
    );
    if (changed === 1) return null;
    const stored = sql.turnOf.get(after.id);
    return { kind: 'conflict', turn: stored === undefined ? null : Number(stored['turn']) };
  };
  const keep = (turn: number, after: Instance): void =>
    void sql.keep.run(after.turn, after.nextDueAt, JSON.stringify(after), after.id, turn);

  return {
    refusesGaps: true,
    load: async (id) => read(id),
    commit: (commit) => queue.write(() => apply(commit)),
    findCommand: async (id) => found(id),
    lastSeq: async (series) => Number(sql.lastSeq.get(series)?.['seq'] ?? 0),
    holderOf: async (keyHeld) => textOf(sql.holder.get(keyHeld)?.['id']),
    claimDue: (claim) =>
      queue.write(() => {
        const works: DueWork[] = [];
        for (const row of sql.due.all(claim.now, claim.limit)) {
          const instance = works.length < claim.limit ? read(String(row['id'])) : undefined;
          const leased = instance === undefined ? null : leaseDue(instance, claim, claim.limit - works.length);
          if (leased === null) continue;
          keep(leased.turn, leased.after);
          works.push(...leased.works);
        }
        return works.sort((a, b) => a.dueAt - b.dueAt);
      }),
    settle: (settlement) =>
      queue.write(() => {
        const instance = read(settlement.instance);
        const settled = instance === undefined ? null : settleWork(instance, settlement);
        if (settled !== null) keep(settled.turn, settled.after);
        return settled !== null;
      }),
    nextDueAt: async () => {
      const at = sql.nextDue.get()?.['at'];
      return at === null || at === undefined ? null : Number(at);
    },
    listTasks: async (query) => tasks.list(query),
    countTasks: async (filter, stopAt) => tasks.count(filter, stopAt),
    listInstances: async (query) => listInstances(sql, query),
    countInstances: async (filter, stopAt) =>
      Number(sql.countInstances.get(...filterValues(filter), stopAt)?.['count'] ?? 0),
    history: async (instance, afterRev, limit) =>
      sql.history.all(instance, afterRev, limit).map((row) => JSON.parse(String(row['entry'])) as HistoryEntry),
  };
}

function listInstances(sql: ReturnType<typeof statements>, query: InstanceQuery): Page<InstanceRow> {
  const from = readCursor(query.cursor);
  const startedAt = from === undefined ? Number.MAX_SAFE_INTEGER : -from.order;
  const rows = sql.listInstances.all(...filterValues(query), startedAt, startedAt, from?.id ?? '', query.limit + 1);
  return pageOf(
    rows.map((row) => JSON.parse(String(row['row'])) as InstanceRow),
    query.limit,
    (row) => ({ order: -row.startedAt, id: row.id }),
  );
}

function filterValues({ viewer, workflow, status, key, q }: InstanceFilter): readonly SqlValue[] {
  const tokens = viewer === null ? null : JSON.stringify(viewer);
  const search = q?.toLowerCase() ?? null;
  return [
    tokens,
    tokens,
    workflow ?? null,
    workflow ?? null,
    status ?? null,
    status ?? null,
    key ?? null,
    key ?? null,
    search,
    search,
  ];
}

const textOf = (value: SqlValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

function statements(driver: Driver) {
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
      'UPDATE instances SET turn = ?, key_held = ?, status = ?, next_due_at = ?, search = ?, row = ?, doc = ? WHERE id = ? AND turn = ?',
    ),
    keep: driver.prepare('UPDATE instances SET turn = ?, next_due_at = ?, doc = ? WHERE id = ? AND turn = ?'),
    addViewer: driver.prepare('INSERT OR IGNORE INTO viewers (instance, token) VALUES (?, ?)'),
    addEntry: driver.prepare('INSERT INTO history (instance, rev, command, entry) VALUES (?, ?, ?, ?)'),
    findCommand: driver.prepare('SELECT instance, rev FROM history WHERE command = ?'),
    history: driver.prepare('SELECT entry FROM history WHERE instance = ? AND rev > ? ORDER BY rev LIMIT ?'),
    due: driver.prepare('SELECT id FROM instances WHERE next_due_at <= ? ORDER BY next_due_at LIMIT ?'),
    nextDue: driver.prepare('SELECT min(next_due_at) AS at FROM instances WHERE next_due_at IS NOT NULL'),
    listInstances: driver.prepare(
      `SELECT i.row FROM instances i WHERE ${FILTER} AND (i.started_at < ? OR (i.started_at = ? AND i.id > ?)) ORDER BY i.started_at DESC, i.id LIMIT ?`,
    ),
    countInstances: driver.prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM instances i WHERE ${FILTER} LIMIT ?)`),
  };
}
