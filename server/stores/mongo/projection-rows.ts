import type { HistoryEntry } from '../../../engine/model/history.ts';
import { toBson } from './bson-value.ts';
import type { Collections } from './collections.ts';
import type { TaskWrite } from './task-rows.ts';
import { isDuplicate } from './translate-error.ts';

/** The writes to `history` and `tasks`. Each may be made any number of times, by anyone, in any order. */

/** Adds entries to the history. One that is there already is the same one. */
export async function addEntries(
  { history }: Pick<Collections, 'history'>,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    _id: `${entry.instance}:${entry.rev}`,
    instance: entry.instance,
    rev: entry.rev,
    command: entry.command,
    entry: toBson(entry),
  }));
  await ignoringDuplicates(history.insertMany(rows, { ordered: false }));
}

/** Writes rows of tasks, each where an older one or none stands. MG6 */
export async function writeRows({ tasks }: Pick<Collections, 'tasks'>, writes: readonly TaskWrite[]): Promise<void> {
  if (writes.length === 0) return;
  const upserts = writes.map((write) => ({ updateOne: { ...write, upsert: true } }));
  const wasThere = await ignoringDuplicates(tasks.bulkWrite(upserts, { ordered: false }));
  // The row is newer, or another made it this very moment. Without `upsert` only an older one is changed.
  if (wasThere)
    await tasks.bulkWrite(
      writes.map((write) => ({ updateOne: write })),
      { ordered: false },
    );
}

/** True if something was there already. Any other error flies. */
async function ignoringDuplicates(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return false;
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error;
    return true;
  }
}

function isOnlyDuplicates(error: unknown): boolean {
  const inner = (error as { readonly writeErrors?: readonly { readonly code: number }[] }).writeErrors ?? [];
  return isDuplicate(error) && inner.every(({ code }) => code === 11000);
}
