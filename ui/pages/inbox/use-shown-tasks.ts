import { useEffect, useMemo, useRef, useState } from 'react';
import type { Box } from '../../../server/services/views/task-view.ts';
import { useClient } from '../../api/ClientProvider.tsx';
import type { TaskWish } from '../../api/task-wish.ts';
import { useTasks } from '../../api/tasks.ts';
import { compareTasks, type ShownTasks } from './shown-tasks.ts';

/** The tasks of a box as the inbox shows them, and how to show what came in. */
export function useShownTasks(box: Box, wish: TaskWish) {
  const { clock } = useClient();
  const query = useTasks(box, wish);
  const newest = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const key = JSON.stringify([box, wish]);
  const [held, setHeld] = useState<(ShownTasks & { readonly key: string }) | null>(null);
  const settled = useRef<string | null>(null);
  const shown = held?.key === key ? held : null;
  const empty = shown?.rows.length === 0;

  // What the reader asked for is shown as it comes: the box itself, and its next page. After that the list stands
  // still. An empty list has nothing that could move.
  useEffect(() => {
    if (!newest) return;
    if (settled.current !== key || empty) setHeld({ key, rows: newest, takenAt: clock.now() });
    if (!query.isFetching) settled.current = key;
  }, [key, newest, empty, query.isFetching, clock]);

  const taken = shown ?? (newest ? { rows: newest, takenAt: clock.now() } : null);
  return {
    query,
    /** How the loading of it stands. */
    loading: {
      data: taken && newest ? newest : undefined,
      error: query.error,
      isFetching: query.isFetching,
      refetch: query.refetch,
    },
    takenAt: taken?.takenAt ?? 0,
    comparison: taken && newest ? compareTasks(taken, newest) : null,
    /** Shows the newest list now. */
    adopt: () => newest && setHeld({ key, rows: newest, takenAt: clock.now() }),
    /** Loads the next page and shows it. */
    more: () => {
      settled.current = null;
      void query.fetchNextPage();
    },
  };
}
