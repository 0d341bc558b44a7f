import type { Commit, CommitResult } from '../../../engine/model/commit.ts';
import type { InstanceStore } from '../../../engine/ports/store.ts';
import type { Collections } from './collections.ts';
import { commitUpdate, documentOf } from './instance-document.ts';
import { appliedIn, type InstanceReads } from './instance-reads.ts';
import type { Projections } from './projections.ts';
import { isDuplicate } from './translate-error.ts';

interface Parts {
  readonly instances: Collections['instances'];
  readonly reads: InstanceReads;
  readonly projections: Projections;
}

/** The commit, and the look for a command that comes before it. ST2–ST6 */
export function openInstanceCommits(parts: Parts): Pick<InstanceStore, 'commit' | 'findCommand'> {
  const { reads, projections } = parts;
  return {
    async commit(commit) {
      const known = await reads.findCommand(commit.entry.command);
      if (known !== undefined) return { kind: 'repeated', ...known };
      const refused = await write(parts, commit);
      if (refused !== null) return refused;
      await projections.write(commit);
      return { kind: 'applied' };
    },
    findCommand: (id) => reads.findCommand(id),
  };
}

/** The one write that decides. Null: it was done. MG1 */
async function write(parts: Parts, commit: Commit): Promise<CommitResult | null> {
  const { instances, projections } = parts;
  const { turn, after, entry } = commit;
  try {
    if (turn === 0) {
      await instances.insertOne(documentOf(commit));
      return null;
    }
    // The command is asked for once more inside the write: two servers may have been given it at once. ST4
    const { matchedCount } = await instances.updateOne(
      { _id: after.id, turn, 'commands.id': { $ne: entry.command } },
      commitUpdate(commit),
    );
    return matchedCount === 1 ? null : ((await standing(parts, commit)) ?? { kind: 'conflict', turn: null });
  } catch (error) {
    if (isDuplicate(error)) return taken(parts, commit);
    // Unknown, not failed: whoever asks for the command finds it, and so does the sweep.
    projections.suspect();
    throw error;
  }
}

/** What stands where the commit was to go. */
async function standing({ instances }: Parts, { after, entry }: Commit): Promise<CommitResult | undefined> {
  const stored = await instances.findOne({ _id: after.id }, { projection: { turn: 1, commands: 1 } });
  if (stored === null) return undefined;
  const applied = appliedIn(stored, entry.command);
  return applied === undefined
    ? { kind: 'conflict', turn: stored.turn }
    : { kind: 'repeated', instance: after.id, rev: applied.rev, digest: applied.digest };
}

/** Which promise a duplicate key stands for. The server names only the index that it met first, so what is stored is asked. */
async function taken(parts: Parts, commit: Commit): Promise<CommitResult> {
  const found = commit.turn === 0 ? await standing(parts, commit) : undefined;
  if (found !== undefined) return found;
  const holder = commit.after.keyHeld === undefined ? undefined : await parts.reads.holderOf(commit.after.keyHeld);
  return holder === undefined ? { kind: 'number-taken' } : { kind: 'key-taken', holder };
}
