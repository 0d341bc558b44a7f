import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../server/services/views/shared-views.ts';
import type { StartView, WorkflowView } from '../../server/services/views/workflow-view.ts';
import { useClient } from './ClientProvider.tsx';

/** The published workflows that the reader may see. */
export function useWorkflows() {
  const client = useClient();
  return useQuery({
    queryKey: ['workflows'],
    queryFn: ({ signal }) => client.get<Page<WorkflowView>>('/api/workflows?limit=200', signal),
  });
}

/** The form that starts a workflow. */
export function useStartForm(workflow: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['workflows', workflow, 'start'],
    queryFn: ({ signal }) => client.get<StartView>(`/api/workflows/${encodeURIComponent(workflow)}/start`, signal),
  });
}
