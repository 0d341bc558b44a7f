import type { Commit } from '../../../engine/model/commit.ts';
import type { Logger } from '../../../engine/ports/logger.ts';
import type { Collections } from './collections.ts';
import { type Confirmations, openConfirmations } from './confirmations.ts';
import { type InstanceDocument, instanceOf, pendingEntries } from './instance-document.ts';
import { addEntries, writeRows } from './projection-rows.ts';
import { taskWrites, touchedTasks } from './task-rows.ts';

/**
 * The collections that are found again from instances: `tasks` and `history`.
 *
 * They are written right after the commit and before its answer, so that whoever got the answer finds his work in the
 * lists. A commit that was stored while these writes failed stays marked in its instance until a sweep makes them.
 */
export interface Projections {
  /** Writes the rows of a commit that was applied. Never throws: the commit stands, and the sweep mends its rows. MG8 */
  write(commit: Commit): Promise<void>;
  /** Writes the rows of one instance that are not confirmed yet. */
  repairInstance(id: string): Promise<void>;
  /** Does so for all instances and gives how many there were. MG8 */
  repair(): Promise<number>;
  /** The same, when nobody waits for it: a failure is logged and left to the next. One runs at a time. */
  sweep(): Promise<unknown>;
  /** A write has an unknown outcome: sweeps soon. */
  suspect(): void;
  /** Confirms what is done and sweeps no more. */
  close(): Promise<void>;
}

const SWEEP_SOON_MS = 1_000;
const SWEEP_EVERY_MS = 60_000;
const PAGE = 100;

interface Parts {
  readonly collections: Collections;
  readonly confirmations: Confirmations;
  readonly logger: Logger;
}

/** Opens them and sweeps every minute. */
export function openProjections(collections: Collections, logger: Logger): Projections {
  let isOpen = true;
  let soon: NodeJS.Timeout | undefined;
  let sweeping: Promise<unknown> | undefined;
  const late = (error: unknown): void => {
    if (!isOpen) return;
    logger.warn({ error: String(error) }, 'Lists are behind a case for a moment; they are brought up to date soon.');
    suspect();
  };
  const parts: Parts = { collections, confirmations: openConfirmations(collections, late), logger };
  const sweep = (): Promise<unknown> => {
    sweeping ??= repairAll(parts)
      .catch((error: unknown) =>
        logger.warn(
          { error: String(error) },
          'Lists could not be brought up to date; it is tried again within a minute.',
        ),
      )
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  };
  const suspect = (): void => {
    if (!isOpen) return;
    soon ??= setTimeout(() => {
      soon = undefined;
      void sweep();
    }, SWEEP_SOON_MS).unref();
  };
  const everyMinute = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();

  return {
    write: (commit) => writeCommit(parts, commit).catch(late),
    async repairInstance(id) {
      const document = await collections.instances.findOne({ _id: id });
      if (document !== null) await repairDocument(parts, document);
    },
    repair: () => repairAll(parts),
    sweep,
    suspect,
    async close() {
      isOpen = false;
      clearInterval(everyMinute);
      clearTimeout(soon);
      await sweeping;
      await parts.confirmations.flush().catch(() => undefined);
    },
  };
}

async function writeCommit({ collections, confirmations }: Parts, commit: Commit): Promise<void> {
  await Promise.all([
    addEntries(collections, [commit.entry]),
    writeRows(collections, taskWrites(commit.after, touchedTasks(commit))),
  ]);
  confirmations.add(commit.entry);
}

/** Tasks that closed since are among those that the commits name, so they are buried even if their rows never came. */
async function repairDocument({ collections, confirmations }: Parts, document: InstanceDocument): Promise<void> {
  const entries = pendingEntries(document);
  const touched = new Set(Object.values(document.pending).flatMap((pending) => pending.tasks));
  await Promise.all([
    addEntries(collections, entries),
    writeRows(collections, taskWrites(instanceOf(document), [...touched])),
  ]);
  for (const entry of entries) confirmations.add(entry);
}

async function repairAll(parts: Parts): Promise<number> {
  const { collections, confirmations, logger } = parts;
  let [last, found, repaired] = ['', PAGE, 0];
  while (found === PAGE) {
    const page = await collections.instances
      .find({ waiting: { $gt: '' }, _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .toArray();
    const settled = await Promise.allSettled(page.map((document) => repairDocument(parts, document)));
    const failed = settled.filter((one) => one.status === 'rejected');
    // One that cannot be written must not keep the others behind.
    if (failed[0] !== undefined)
      logger.warn(
        { cases: failed.length, error: String(failed[0].reason) },
        'Lists of some cases could not be brought up to date; it is tried again within a minute.',
      );
    [last, found, repaired] = [page.at(-1)?._id ?? last, page.length, repaired + page.length - failed.length];
  }
  await confirmations.flush();
  return repaired;
}
