import { useQuery } from '@tanstack/react-query';
import type { DraftView } from '../../server/services/views/conversation-view.ts';
import { useClient } from './ClientProvider.tsx';

/** The address of a task's draft. */
export function taskDraftPath(task: string): string {
  return `/api/tasks/${encodeURIComponent(task)}/draft`;
}

/** The address of a start form's draft. */
export function startDraftPath(workflow: string): string {
  return `/api/workflows/${encodeURIComponent(workflow)}/draft`;
}

/** The draft as it was when the page opened: asked once a visit, never again behind the writer's back. */
export function useDraftAtOpening(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['drafts', path],
    queryFn: ({ signal }) => client.get<DraftView>(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  });
}
