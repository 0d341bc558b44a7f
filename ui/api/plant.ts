import { useQuery } from '@tanstack/react-query';
import type { PlantView } from '../../server/services/views/session-view.ts';
import { useClient } from './ClientProvider.tsx';

/** The plant: its name, its town, its time zone, its demo people. Anybody may see it. */
export function usePlant() {
  const client = useClient();
  return useQuery({
    queryKey: ['plant'],
    queryFn: ({ signal }) => client.get<PlantView>('/api/plant', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
