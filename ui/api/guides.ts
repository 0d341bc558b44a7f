import { useQuery } from '@tanstack/react-query';
import type { GuideView } from '../../server/services/views/guide-view.ts';
import type { DiagramView } from '../../server/services/views/instance-view.ts';
import { useClient } from './ClientProvider.tsx';

/** A procedure on one page. */
export function useGuide(workflow: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['workflows', 'guide', workflow],
    queryFn: ({ signal }) => client.get<GuideView>(path(workflow, 'guide'), signal),
  });
}

/** Its picture, in which nothing is marked. */
export function useWorkflowDiagram(workflow: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['workflows', 'diagram', workflow],
    queryFn: ({ signal }) => client.get<DiagramView>(path(workflow, 'diagram'), signal),
  });
}

function path(workflow: string, part: string): string {
  return `/api/workflows/${encodeURIComponent(workflow)}/${part}`;
}
