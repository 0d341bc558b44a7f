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
import { pageOf, readCursor } from '../index-rows.ts';
import { openApply } from './apply-commit.ts';
import type { Driver, SqlValue } from './driver.ts';
import { prepareStatements, type Statements } from './instance-statements.ts';
import { openTaskTable, type TaskTable } from './task-table.ts';
import type { WriteQueue } from './write-queue.ts';

/** Instances, their history and what is found from them. Every write goes through the queue. */
export function openInstanceTable(driver: Driver, queue: WriteQueue, fewCases: number): InstanceStore {
  const sql = prepareStatements(driver);
  const tasks: TaskTable = openTaskTable(driver, fewCases);
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

  const apply = openApply(sql, tasks, found);
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
      Number(
        (filter.stopped === true ? sql.countStopped : sql.countInstances).get(...filterValues(filter), stopAt)?.[
          'count'
        ] ?? 0,
      ),
    history: async (instance, afterRev, limit) =>
      sql.history.all(instance, afterRev, limit).map((row) => JSON.parse(String(row['entry'])) as HistoryEntry),
  };
}

function listInstances(sql: Statements, query: InstanceQuery): Page<InstanceRow> {
  const from = readCursor(query.cursor);
  const startedAt = from === undefined ? Number.MAX_SAFE_INTEGER : -from.order;
  const list = query.stopped === true ? sql.listStopped : sql.listInstances;
  const rows = list.all(...filterValues(query), startedAt, startedAt, from?.id ?? '', query.limit + 1);
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
