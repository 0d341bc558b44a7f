import type { Commit, CommitResult } from '../../../engine/model/commit.ts';
import type { FoundCommand, InstanceStore } from '../../../engine/ports/store.ts';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { AppliedCommand } from '../../../engine/model/instance.ts';
import { fromBson } from './bson-value.ts';
import type { Collections } from './collections.ts';
import { openAbsentCommands } from './absent-commands.ts';
import { commitUpdate, documentOf, type InstanceDocument, instanceOf, pendingEntries } from './instance-document.ts';
import type { Projections } from './projections.ts';
import { isDuplicate } from './translate-error.ts';

export type InstanceCollection = Pick<InstanceStore, 'load' | 'commit' | 'findCommand' | 'lastSeq' | 'holderOf' | 'history'>;

/** As many commands as an instance remembers: below this revision it remembers all of them. */
const REMEMBERED = 64;

/** Instances: the document is the commit, and one write decides. ST2–ST6, MG1 */
export function openInstanceCollection({ instances, history }: Collections, projections: Projections): InstanceCollection {
  const absent = openAbsentCommands();

  /** Instance first: an entry stands in `history` before it leaves the instance, so looking in this order misses none. */
  const findCommand = async (id: string): Promise<FoundCommand | undefined> => {
    const holder = await instances.findOne({ waiting: id }, { projection: { _id: 1 } });
    // Whoever applied it has not confirmed it. When a majority has acknowledged these writes, it has the commit as well.
    if (holder !== null) await projections.repairInstance(holder._id);
    const row = await history.findOne({ command: id }, { projection: { instance: 1, rev: 1 } });
    if (row === null) return undefined;
    const stored = await instances.findOne({ _id: row.instance }, { projection: { commands: 1 } });
    return { instance: row.instance, rev: row.rev, digest: stored === null ? null : (appliedIn(stored, id)?.digest ?? null) };
  };

  /** What stands where a commit was to go. */
  const standing = async ({ after, entry }: Commit): Promise<CommitResult | undefined> => {
    const stored = await instances.findOne({ _id: after.id }, { projection: { turn: 1, commands: 1 } });
    if (stored === null) return undefined;
    const applied = appliedIn(stored, entry.command);
    return applied === undefined ? { kind: 'conflict', turn: stored.turn } : { kind: 'repeated', instance: after.id, rev: applied.rev, digest: applied.digest };
  };
  const holderOf = async (keyHeld: string): Promise<string | undefined> => (await instances.findOne({ keyHeld }, { projection: { _id: 1 } }))?._id;

  /** Which promise a duplicate key stands for. The server names only the index that it met first, so what is stored is asked. */
  const taken = async (commit: Commit): Promise<CommitResult> => {
    const found = commit.turn === 0 ? await standing(commit) : undefined;
    if (found !== undefined) return found;
    const holder = commit.after.keyHeld === undefined ? undefined : await holderOf(commit.after.keyHeld);
    return holder === undefined ? { kind: 'number-taken' } : { kind: 'key-taken', holder };
  };

  /** The one write. Null: it was done. */
  const write = async (commit: Commit): Promise<CommitResult | null> => {
    const { turn, after, entry } = commit;
    try {
      if (turn === 0) {
        await instances.insertOne(documentOf(commit));
        return null;
      }
      // The command is asked for once more inside the write: two servers may have been given it at once. ST4
      const { matchedCount } = await instances.updateOne({ _id: after.id, turn, 'commands.id': { $ne: entry.command } }, commitUpdate(commit));
      return matchedCount === 1 ? null : ((await standing(commit)) ?? { kind: 'conflict', turn: null });
    } catch (error) {
      if (isDuplicate(error)) return taken(commit);
      // Unknown, not failed: whoever asks for the command finds it, and so does the sweep.
      projections.suspect();
      throw error;
    }
  };

  return {
    async load(id) {
      const document = await instances.findOne({ _id: id });
      return document === null ? undefined : instanceOf(document);
    },
    async commit(commit) {
      const { after, entry } = commit;
      const isLookedUp = absent.take(entry.command) && after.rev <= REMEMBERED;
      const known = isLookedUp ? undefined : await findCommand(entry.command);
      if (known !== undefined) return { kind: 'repeated', ...known };
      const refused = await write(commit);
      if (refused !== null) return refused;
      await projections.write(commit);
      return { kind: 'applied' };
    },
    async findCommand(id) {
      const found = await findCommand(id);
      if (found === undefined) absent.note(id);
      return found;
    },
    async lastSeq(series) {
      const [last] = await instances.find({ series }, { projection: { seq: 1 } }).sort({ seq: -1 }).limit(1).toArray();
      return Number(last?.['seq'] ?? 0);
    },
    holderOf,
    async history(instance, afterRev, limit) {
      // In this order none is missed: an entry leaves the instance only after it stands in `history`.
      const document = await instances.findOne({ _id: instance }, { projection: { pending: 1 } });
      const rows = await history.find({ instance, rev: { $gt: afterRev } }).sort({ rev: 1 }).limit(limit).batchSize(limit + 1).toArray();
      const entries = new Map((document === null ? [] : pendingEntries(document)).filter((entry) => entry.rev > afterRev).map((entry) => [entry.rev, entry]));
      for (const row of rows) entries.set(row.rev, fromBson(row.entry) as unknown as HistoryEntry);
      return [...entries.values()].sort((a, b) => a.rev - b.rev).slice(0, limit);
    },
  };
}

function appliedIn(document: InstanceDocument, command: string): AppliedCommand | undefined {
  return (document['commands'] as readonly AppliedCommand[]).find((applied) => applied.id === command);
}
