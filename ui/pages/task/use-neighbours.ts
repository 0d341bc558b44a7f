import { useTasks } from '../../api/tasks.ts';

/** The tasks before and after one, among those that the reader holds. */
export interface Neighbours {
  /** From one on; null where the task is not in the reader's inbox. */
  readonly place: number | null;
  readonly count: { readonly count: number; readonly more: boolean };
  readonly previous: string | null;
  readonly next: string | null;
}

/** Where a task stands among those that the reader holds, by due time, as far as they are loaded. */
export function useNeighbours(id: string): Neighbours {
  const { data } = useTasks('mine');
  const ids = data?.pages.flatMap((page) => page.items.map((item) => item.id)) ?? [];
  const at = ids.indexOf(id);
  return {
    place: at < 0 ? null : at + 1,
    count: { count: ids.length, more: data?.pages.at(-1)?.next != null },
    previous: ids[at - 1] ?? null,
    // Where the task is no longer listed, the first one is next.
    next: ids[at + 1] ?? null,
  };
}
