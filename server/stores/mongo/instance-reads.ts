import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { AppliedCommand } from '../../../engine/model/instance.ts';
import type { FoundCommand, InstanceStore } from '../../../engine/ports/store.ts';
import { fromBson } from './bson-value.ts';
import type { Collections } from './collections.ts';
import { type InstanceDocument, instanceOf, pendingEntries } from './instance-document.ts';
import type { Projections } from './projections.ts';

export type InstanceReads = Pick<InstanceStore, 'load' | 'findCommand' | 'lastSeq' | 'holderOf' | 'history'>;

/**
 * What is read of instances, from the primary.
 *
 * An entry stands in `history` before it leaves its instance. So whoever looks into the instance first and into
 * `history` then misses none.
 */
export function openInstanceReads(
  { instances, history }: Collections,
  projections: Pick<Projections, 'repairInstance'>,
): InstanceReads {
  return {
    async load(id) {
      const document = await instances.findOne({ _id: id });
      return document === null ? undefined : instanceOf(document);
    },
    async findCommand(id): Promise<FoundCommand | undefined> {
      const holder = await instances.findOne({ waiting: id }, { projection: { _id: 1 } });
      // Whoever applied it has not confirmed it. When a majority has acknowledged these writes, it has the commit as well.
      if (holder !== null) await projections.repairInstance(holder._id);
      const row = await history.findOne({ command: id }, { projection: { instance: 1, rev: 1 } });
      if (row === null) return undefined;
      const stored = await instances.findOne({ _id: row.instance }, { projection: { commands: 1 } });
      return {
        instance: row.instance,
        rev: row.rev,
        digest: stored === null ? null : (appliedIn(stored, id)?.digest ?? null),
      };
    },
    async lastSeq(series) {
      const [last] = await instances
        .find({ series }, { projection: { seq: 1 } })
        .sort({ seq: -1 })
        .limit(1)
        .toArray();
      return Number(last?.['seq'] ?? 0);
    },
    async holderOf(keyHeld) {
      return (await instances.findOne({ keyHeld }, { projection: { _id: 1 } }))?._id;
    },
    async history(instance, afterRev, limit) {
      const document = await instances.findOne({ _id: instance }, { projection: { pending: 1 } });
      const rows = await history
        .find({ instance, rev: { $gt: afterRev } })
        .sort({ rev: 1 })
        .limit(limit)
        .batchSize(limit + 1)
        .toArray();
      const pending = document === null ? [] : pendingEntries(document).filter((entry) => entry.rev > afterRev);
      const entries = new Map(pending.map((entry) => [entry.rev, entry]));
      for (const row of rows) entries.set(row.rev, fromBson(row.entry) as unknown as HistoryEntry);
      return [...entries.values()].sort((a, b) => a.rev - b.rev).slice(0, limit);
    },
  };
}

/** What an instance remembers of a command. */
export function appliedIn(document: InstanceDocument, command: string): AppliedCommand | undefined {
  return (document['commands'] as readonly AppliedCommand[]).find((applied) => applied.id === command);
}
