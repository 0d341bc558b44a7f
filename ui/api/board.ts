import { useQuery } from '@tanstack/react-query';
import type { BoardView } from '../../server/services/views/board-view.ts';
import { useClient } from './ClientProvider.tsx';

/** The running cases of a procedure by step. It is asked for anew whenever a case changes. */
export function useBoard(workflow: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'board', workflow],
    queryFn: ({ signal }) => client.get<BoardView>(`/api/workflows/${encodeURIComponent(workflow)}/board`, signal),
  });
}
