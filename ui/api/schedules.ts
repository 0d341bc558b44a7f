import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FiringView, ScheduleView } from '../../server/services/views/schedule-view.ts';
import type { Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useCommand } from './use-command.ts';

/** Looked at again now and then: schedules fire without anybody pressing anything. */
const AGAIN_MS = 30_000;

/** When procedures start by themselves. */
export function useSchedules() {
  const client = useClient();
  return useQuery({
    queryKey: ['schedules', 'list'],
    queryFn: ({ signal }) => client.get<Page<ScheduleView>>('/api/schedules', signal),
    refetchInterval: AGAIN_MS,
  });
}

/** When one should have fired and did, newest first, page by page. */
export function useFirings(id: string) {
  const client = useClient();
  return useInfiniteQuery<Page<FiringView>, Error, InfiniteData<Page<FiringView>>, unknown[], string | null>({
    queryKey: ['schedules', 'firings', id],
    queryFn: ({ pageParam, signal }) =>
      client.get(query(`/api/schedules/${encodeURIComponent(id)}/firings`, { limit: 20, cursor: pageParam }), signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    refetchInterval: AGAIN_MS,
  });
}

/** Which schedule is paused or resumed. */
export interface Pause {
  readonly id: string;
  readonly act: 'pause' | 'resume';
}

/** Pauses and resumes. */
export function usePause() {
  const client = useClient();
  const queries = useQueryClient();
  return useCommand(
    ({ id, act }: Pause, key) => client.post<ScheduleView>(`/api/schedules/${encodeURIComponent(id)}/${act}`, {}, key),
    () => void queries.invalidateQueries({ queryKey: ['schedules'] }),
  );
}
