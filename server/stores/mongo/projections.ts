import type { Commit } from '../../../engine/model/commit.ts';
import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Logger } from '../../../engine/ports/logger.ts';
import { toBson } from './bson-value.ts';
import type { Collections } from './collections.ts';
import { openConfirmations } from './confirmations.ts';
import { type InstanceDocument, instanceOf, pendingEntries } from './instance-document.ts';
import { taskWrites, type TaskWrite, touchedTasks } from './task-rows.ts';
import { isDuplicate } from './translate-error.ts';

/**
 * The collections that are found again from instances: `tasks` and `history`.
 *
 * They are written right after the commit and before its answer, so that whoever got the answer finds his work in the
 * lists. A commit that was stored while these writes failed stays marked in its instance until a sweep makes them.
 */
export interface Projections {
  /** Writes the rows of a commit that was applied. Never throws: the commit stands, and the sweep mends its rows. MG8 */
  write(commit: Commit): Promise<void>;
  /** A write has an unknown outcome: sweeps soon. */
  suspect(): void;
  /** Writes the rows of one instance that are not confirmed yet. */
  repairInstance(id: string): Promise<void>;
  /** Does so for all instances; a failure is logged and left to the next sweep. One runs at a time. */
  sweep(): Promise<unknown>;
  /** The same, for who wants to know: gives how many there were, and throws. MG8 */
  repair(): Promise<number>;
  /** Confirms what is done and sweeps no more. */
  close(): Promise<void>;
}

const SWEEP_SOON_MS = 1_000;
const SWEEP_EVERY_MS = 60_000;
const PAGE = 100;

/** Opens them and sweeps every minute. */
export function openProjections(collections: Collections, logger: Logger): Projections {
  const { instances, tasks, history } = collections;
  const late = (error: unknown): void => {
    logger.warn({ error: String(error) }, 'Lists are behind a case for a moment; they are brought up to date soon.');
    suspect();
  };
  const confirmations = openConfirmations(collections, late);
  let soon: NodeJS.Timeout | undefined;
  let sweeping: Promise<unknown> | undefined;

  const addEntries = async (entries: readonly HistoryEntry[]): Promise<void> => {
    if (entries.length === 0) return;
    const rows = entries.map((entry) => ({ _id: `${entry.instance}:${entry.rev}`, instance: entry.instance, rev: entry.rev, command: entry.command, entry: toBson(entry) }));
    // An entry that is there already is the same one.
    await ignoringDuplicates(history.insertMany(rows, { ordered: false }));
  };
  const writeRows = async (writes: readonly TaskWrite[]): Promise<void> => {
    if (writes.length === 0) return;
    const repeated = await ignoringDuplicates(tasks.bulkWrite(writes.map((write) => ({ updateOne: { ...write, upsert: true } })), { ordered: false }));
    // The row was there after all: newer, or made by another this moment. Without `upsert` only an older one is changed.
    if (repeated) await tasks.bulkWrite(writes.map((write) => ({ updateOne: write })), { ordered: false });
  };
  const repairDocument = async (document: InstanceDocument): Promise<void> => {
    const entries = pendingEntries(document);
    const touched = new Set(Object.values(document.pending).flatMap((pending) => pending.tasks));
    await Promise.all([addEntries(entries), writeRows(taskWrites(instanceOf(document), [...touched]))]);
    for (const entry of entries) confirmations.add(entry);
  };
  const repair = async (): Promise<number> => {
    let [last, found, repaired] = ['', PAGE, 0];
    while (found === PAGE) {
      const page = await instances.find({ waiting: { $gt: '' }, _id: { $gt: last } }).sort({ _id: 1 }).limit(PAGE).toArray();
      const settled = await Promise.allSettled(page.map(repairDocument));
      const failed = settled.filter((one) => one.status === 'rejected');
      // One that cannot be written must not keep the others behind.
      if (failed[0] !== undefined) logger.warn({ cases: failed.length, error: String(failed[0].reason) }, 'Lists of some cases could not be brought up to date; it is tried again within a minute.');
      [last, found, repaired] = [page.at(-1)?._id ?? last, page.length, repaired + page.length - failed.length];
    }
    await confirmations.flush();
    return repaired;
  };
  const sweep = (): Promise<unknown> => {
    sweeping ??= repair()
      .catch((error: unknown) => logger.warn({ error: String(error) }, 'Lists could not be brought up to date; it is tried again within a minute.'))
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  };
  const suspect = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void sweep();
    }, SWEEP_SOON_MS).unref();
  };
  const everyMinute = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();

  return {
    async write(commit) {
      try {
        await Promise.all([addEntries([commit.entry]), writeRows(taskWrites(commit.after, touchedTasks(commit)))]);
        confirmations.add(commit.entry);
      } catch (error) {
        late(error);
      }
    },
    suspect,
    sweep,
    async repairInstance(id) {
      const document = await instances.findOne({ _id: id });
      if (document !== null) await repairDocument(document);
    },
    repair,
    async close() {
      clearInterval(everyMinute);
      clearTimeout(soon);
      await sweeping;
      await confirmations.flush().catch(() => undefined);
    },
  };
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
