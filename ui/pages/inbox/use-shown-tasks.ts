import { useEffect, useRef, useState } from 'react';
import type { Box } from '../../../server/services/views/task-view.ts';
import { useClient } from '../../api/ClientProvider.tsx';
import type { TaskOrder } from '../../api/task-order.ts';
import { useTasks } from '../../api/tasks.ts';
import { compareTasks, type ShownTasks } from './shown-tasks.ts';

/** The tasks of a box as the inbox shows them, and how to show what came in. */
export function useShownTasks(box: Box, order: TaskOrder) {
  const { clock } = useClient();
  const query = useTasks(box, order);
  const newest = query.data?.pages.flatMap((page) => page.items);
  const [shown, setShown] = useState<ShownTasks | null>(null);
  const asked = useRef(true);

  // What the reader asked for is shown as it comes: the box itself, and its next page. After that the list stands
  // still. An empty list has nothing that could move.
  // (`newest` is new with every rendering; `query.data` is new only when it changed.)
  useEffect(() => {
    if (!newest) return;
    if (asked.current || shown?.rows.length === 0) setShown({ rows: newest, takenAt: clock.now() });
    if (!query.isFetching) asked.current = false;
  }, [query.data, query.isFetching]);

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
    adopt: () => newest && setShown({ rows: newest, takenAt: clock.now() }),
    /** Loads the next page and shows it. */
    more: () => {
      asked.current = true;
      void query.fetchNextPage();
    },
  };
}
