import { useQuery } from '@tanstack/react-query';
import { type Json, ownValue } from '../../../engine/model/json.ts';
import type { Page } from '../../../server/services/views/shared-views.ts';
import { useClient } from '../../api/ClientProvider.tsx';
import { query } from '../../api/path.ts';
import type { Gauge } from './judge-gauge.ts';

/** As many as the server gives at once; a plant of this size has fewer. */
const MOST = 200;

/** The gauges of the plant. Nothing is asked where the form has no gauges. */
export function useGauges(register: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['records', register, 'all'],
    queryFn: async ({ signal }) => {
      const path = `/api/registers/${encodeURIComponent(register ?? '')}`;
      const { items } = await client.get<Page<Json>>(query(path, { limit: MOST }), signal);
      return items.map(gaugeOf);
    },
    enabled: register !== undefined,
  });
}

function gaugeOf(row: Json): Gauge {
  const word = (name: string): string | null => {
    const value = ownValue(row, name);
    return typeof value === 'string' ? value : null;
  };
  return {
    id: word('id') ?? '',
    name: word('name') ?? '',
    range: word('range'),
    type: word('type'),
    status: word('status'),
    dueOn: word('due_on'),
  };
}
