import type { HistoryEntry } from '../../../engine/model/history.ts';
import type { Collections } from './collections.ts';
import { pendingName } from './instance-document.ts';

/**
 * Takes out of instances what now stands in the collections of its own, many in one round trip and after the answer.
 *
 * These writes change nothing that a step reads, so they match no turn. One that is lost is made again by the sweep.
 */
export interface Confirmations {
  /** The entry and the task rows of a commit are stored by a majority. */
  add(entry: Confirmed): void;
  /** Writes what was collected. */
  flush(): Promise<void>;
}

type Confirmed = Pick<HistoryEntry, 'instance' | 'rev' | 'command'>;

const COLLECT_MS = 100;

/** Opens the collection; `onError` is told of a flush by the timer that failed. */
export function openConfirmations(
  { instances }: Pick<Collections, 'instances'>,
  onError: (error: unknown) => void,
): Confirmations {
  let collected: Confirmed[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = collected;
    collected = [];
    if (batch.length === 0) return;
    await instances.bulkWrite(
      [...groupByInstance(batch)].map(([id, entries]) => ({
        updateOne: { filter: { _id: id }, update: takeOut(entries) },
      })),
      { ordered: false },
    );
  };

  return {
    add(entry) {
      collected.push(entry);
      timer ??= setTimeout(() => void flush().catch(onError), COLLECT_MS).unref();
    },
    flush,
  };
}

function groupByInstance(batch: readonly Confirmed[]): ReadonlyMap<string, readonly Confirmed[]> {
  const groups = new Map<string, Confirmed[]>();
  for (const entry of batch) groups.set(entry.instance, [...(groups.get(entry.instance) ?? []), entry]);
  return groups;
}

function takeOut(entries: readonly Confirmed[]): { readonly [operator: string]: object } {
  return {
    $unset: Object.fromEntries(entries.map(({ rev }) => [`pending.${pendingName(rev)}`, ''])),
    $pullAll: { waiting: entries.map(({ command }) => command) },
  };
}
