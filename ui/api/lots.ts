import { useQuery } from '@tanstack/react-query';
import type { LotView } from '../../server/services/views/lot-view.ts';
import { useClient } from './ClientProvider.tsx';

/** A lot with everything around it. It is asked for anew whenever a case changes: cases hold and release lots. */
export function useLot(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'lot', id],
    queryFn: ({ signal }) => client.get<LotView>(`/api/lots/${encodeURIComponent(id)}`, signal),
  });
}
