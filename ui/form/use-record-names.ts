import { useQueries } from '@tanstack/react-query';
import { useClient } from '../api/ClientProvider.tsx';
import { recordQuery } from './use-records.ts';

/** The names of several records in the reader's language, as far as they are known by now. */
export function useRecordNames(register: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const client = useClient();
  return useQueries({
    queries: [...new Set(ids)].map((id) => recordQuery(client, register, id)),
    combine: (results) => new Map(results.flatMap(({ data }) => (data == null ? [] : [[data.id, data.name] as const]))),
  });
}
