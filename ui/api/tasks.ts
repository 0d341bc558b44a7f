import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InstanceView } from '../../server/services/views/instance-view.ts';
import type { JsonObject, Page } from '../../server/services/views/shared-views.ts';
import type { Box, CountsView, TaskRowView, TaskView } from '../../server/services/views/task-view.ts';
import { useClient } from './ClientProvider.tsx';
import type { SignatureGiven } from './signing.ts';
import { query } from './path.ts';
import { type TaskWish, WHOLE_BOX } from './task-wish.ts';
import { useCommand } from './use-command.ts';

/** Rows that are loaded at a time: more than one screen. */
const PAGE = 50;

/** The tasks of one box, page by page; all of them unless less is wished for. */
export function useTasks(box: Box, { order, workflow, q }: TaskWish = WHOLE_BOX) {
  const client = useClient();
  return useInfiniteQuery<Page<TaskRowView>, Error, InfiniteData<Page<TaskRowView>>, unknown[], string | null>({
    queryKey: ['tasks', 'list', box, order, workflow, q],
    queryFn: ({ pageParam, signal }) =>
      client.get(query('/api/tasks', { box, sort: order, workflow, q, limit: PAGE, cursor: pageParam }), signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
}

/** How many tasks each box holds. */
export function useTaskCounts() {
  const client = useClient();
  return useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => client.get<CountsView>('/api/tasks/counts', signal),
  });
}

/** One task with its form. Without an id nothing is asked. */
export function useTask(id: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => client.get<TaskView>(`/api/tasks/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== null,
  });
}

/** Takes a task. */
export function useClaim() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    (id: string, key) => client.post<unknown>(`/api/tasks/${encodeURIComponent(id)}/claim`, {}, key),
    done,
  );
}

/** Gives a task back. */
export function useRelease() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    (id: string, key) => client.post<unknown>(`/api/tasks/${encodeURIComponent(id)}/release`, {}, key),
    done,
  );
}

/** A task to be completed: with which outcome, and what was answered. */
export interface Completion {
  readonly id: string;
  readonly outcome: string;
  readonly answers: JsonObject;
  readonly signature?: SignatureGiven;
}

/** Completes a task with an outcome; answers the case as it then stands. */
export function useComplete() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    ({ id, ...answer }: Completion, key) =>
      client.post<InstanceView>(`/api/tasks/${encodeURIComponent(id)}/complete`, answer, key),
    done,
  );
}

/** Asks for all lists again after a change of one's own; the stream tells of the changes of others. */
export function useTasksChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    void queries.invalidateQueries({ queryKey: ['instances'] });
  };
}
