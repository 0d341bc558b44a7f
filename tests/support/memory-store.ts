import type { Commit, CommitResult } from '../../engine/model/commit.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { HistoryEntry } from '../../engine/model/history.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { DueWork, RecordPut, Store, StoredRecord, TaskQuery } from '../../engine/ports/store.ts';
import { leaseDue, settleWork } from '../../engine/runtime/lease-work.ts';
import { dueOrder, instanceRow, pageOf, type Place, readCursor } from '../../server/stores/index-rows.ts';
import { matchesInstance, matchesTask } from '../../server/stores/task-filter.ts';

/** The store in memory: the reference that the contract is read from, and the fast one for scenarios. */
export function openMemoryStore(): Store {
  const instances = new Map<string, Instance>();
  const entries = new Map<string, HistoryEntry[]>();
  const commands = new Map<string, { instance: string; rev: number }>();
  const records = new Map<string, StoredRecord>();
  let closed = false;

  const copy = <T>(value: T): T => structuredClone(value);
  const open = (): void => {
    if (closed) throw new EngineError('store.closed', 'The store is closed. Open it again.');
  };
  const commit = (asked: Commit): CommitResult => {
    const { after, entry, turn } = asked;
    const before = instances.get(after.id);
    const known = commands.get(entry.command);
    if (known !== undefined)
      return { kind: 'repeated', ...known, digest: digestIn(instances.get(known.instance), entry.command) };
    if ((before?.turn ?? 0) !== turn) return { kind: 'conflict', turn: before?.turn ?? null };
    if (before === undefined) {
      const others = [...instances.values()];
      const holder = after.keyHeld === undefined ? undefined : others.find((other) => other.keyHeld === after.keyHeld);
      if (holder !== undefined) return { kind: 'key-taken', holder: holder.id };
      const series = others.filter((other) => other.series === after.series).map((other) => other.seq);
      if (series.includes(after.seq) || (asked.leavesGap !== true && after.seq > Math.max(0, ...series) + 1))
        return { kind: 'number-taken' };
    }
    instances.set(after.id, after);
    entries.set(after.id, [...(entries.get(after.id) ?? []), entry]);
    commands.set(entry.command, { instance: after.id, rev: entry.rev });
    return { kind: 'applied' };
  };
  const tasksOf = (query: TaskQuery) =>
    [...instances.values()]
      .flatMap((instance) =>
        Object.values(instance.tasks)
          .filter((task) => matchesTask(query, task, instance))
          .map((task) => ({ task, instance })),
      )
      .map((row) => ({
        row,
        place: {
          order: query.order === 'due' ? dueOrder(row.task) : -row.task.openedAt,
          id: `${row.instance.id}.${row.task.id}`,
        },
      }));

  const store: Store = {
    refusesGaps: true,
    async load(id) {
      open();
      return copy(instances.get(id));
    },
    async commit(asked) {
      open();
      return commit(copy(asked));
    },
    async findCommand(id) {
      open();
      const known = commands.get(id);
      return known === undefined ? undefined : { ...known, digest: digestIn(instances.get(known.instance), id) };
    },
    async lastSeq(series) {
      open();
      return Math.max(
        0,
        ...[...instances.values()].filter((instance) => instance.series === series).map((instance) => instance.seq),
      );
    },
    async holderOf(keyHeld) {
      open();
      return [...instances.values()].find((instance) => instance.keyHeld === keyHeld)?.id;
    },
    async claimDue(claim) {
      open();
      const works: DueWork[] = [];
      const due = [...instances.values()].filter(
        (instance) => instance.nextDueAt !== null && instance.nextDueAt <= claim.now,
      );
      for (const instance of due.sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0))) {
        const leased = works.length < claim.limit ? leaseDue(instance, claim, claim.limit - works.length) : null;
        if (leased === null) continue;
        instances.set(instance.id, leased.after);
        works.push(...leased.works);
      }
      return copy(works.sort((a, b) => a.dueAt - b.dueAt));
    },
    async settle(settlement) {
      open();
      const instance = instances.get(settlement.instance);
      const settled = instance === undefined ? null : settleWork(instance, settlement);
      if (settled !== null) instances.set(settled.after.id, settled.after);
      return settled !== null;
    },
    async nextDueAt() {
      open();
      const moments = [...instances.values()].map((instance) => instance.nextDueAt).filter((at) => at !== null);
      return moments.length === 0 ? null : Math.min(...moments);
    },
    async listTasks(query) {
      open();
      const page = pageAfter(tasksOf(query), query);
      return copy({
        ...page,
        items: page.items.map(({ row: { task, instance } }) => ({
          task,
          instance: {
            id: instance.id,
            number: instance.number,
            subject: instance.subject,
            workflow: instance.workflow,
            version: instance.version,
          },
        })),
      });
    },
    async countTasks(filter, stopAt) {
      open();
      return Math.min(stopAt, tasksOf({ ...filter, order: 'due', limit: 1 }).length);
    },
    async listInstances(query) {
      open();
      const found = [...instances.values()]
        .filter((instance) => matchesInstance(query, instance))
        .map((row) => ({ row, place: { order: -row.startedAt, id: row.id } }));
      const page = pageAfter(found, query);
      return copy({ ...page, items: page.items.map(({ row }) => instanceRow(row)) });
    },
    async countInstances(filter, stopAt) {
      open();
      return Math.min(stopAt, [...instances.values()].filter((instance) => matchesInstance(filter, instance)).length);
    },
    async history(instance, afterRev, limit) {
      open();
      return copy((entries.get(instance) ?? []).filter((entry) => entry.rev > afterRev).slice(0, limit));
    },
    async getRecord(register, id) {
      open();
      return copy(records.get(`${register}/${id}`));
    },
    async getRecords(register, ids) {
      open();
      const found = ids.flatMap((id) => records.get(`${register}/${id}`) ?? []);
      return new Map(copy(found).map((record) => [record.id, record]));
    },
    async putRecord(put) {
      open();
      return putInto(records, copy(put));
    },
    async removeRecord(register, id) {
      open();
      records.delete(`${register}/${id}`);
    },
    async removeRecordAt(register, id, rev) {
      open();
      const name = `${register}/${id}`;
      return records.get(name)?.rev === rev && records.delete(name);
    },
    async countRecords(register, stopAt) {
      open();
      return Math.min(stopAt, [...records.values()].filter((record) => record.register === register).length);
    },
    async listRecords({ register, key, limit, cursor, descending }) {
      open();
      const sign = descending === true ? -1 : 1;
      const found = [...records.values()]
        .filter((record) => record.register === register && (key === undefined || record.keys.includes(key)))
        .sort((a, b) => sign * (a.id < b.id ? -1 : 1));
      const from = readCursor(cursor);
      const later =
        from === undefined
          ? found
          : found.filter((record) => (descending === true ? record.id < from.id : record.id > from.id));
      return copy(pageOf(later, limit, (record) => ({ order: 0, id: record.id })));
    },
    async close() {
      closed = true;
    },
  };
  return store;
}

function digestIn(instance: Instance | undefined, command: string): string | null {
  return instance?.commands.find((applied) => applied.id === command)?.digest ?? null;
}

function pageAfter<T extends { readonly place: Place }>(
  rows: readonly T[],
  query: { readonly limit: number; readonly cursor?: string },
) {
  const sorted = [...rows].sort((a, b) => a.place.order - b.place.order || (a.place.id < b.place.id ? -1 : 1));
  const from = readCursor(query.cursor);
  const later =
    from === undefined
      ? sorted
      : sorted.filter(({ place }) => place.order > from.order || (place.order === from.order && place.id > from.id));
  return pageOf(later, query.limit, ({ place }) => place);
}

function putInto(records: Map<string, StoredRecord>, put: RecordPut): Awaited<ReturnType<Store['putRecord']>> {
  const name = `${put.register}/${put.id}`;
  const record = records.get(name);
  if (put.expect !== undefined && (record?.rev ?? 0) !== put.expect)
    return { kind: 'conflict', record: structuredClone(record) };
  const rev = (record?.rev ?? 0) + 1;
  records.set(name, { register: put.register, id: put.id, rev, keys: put.keys ?? [], value: put.value });
  return { kind: 'stored', rev };
}
