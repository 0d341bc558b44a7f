import { useMutation, useQuery } from '@tanstack/react-query';
import type { ImportRowsView, ImportView } from '../../server/services/views/import-view.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useRegistersChanged } from './registers.ts';
import { useCommand } from './use-command.ts';

/** While the server reads or writes, this often is asked how far it is. */
const ASK_MS = 700;

/** Sends a file of rows. Nothing is changed by it. */
export function useSendImport(register: string, onProgress: (share: number) => void) {
  const client = useClient();
  return useMutation({
    mutationFn: (file: File) => client.sendFile<ImportView>(path(register), file, onProgress),
    networkMode: 'always',
  });
}

/** How far an import is: asked again until it rests. */
export function useImport(register: string, id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['registers', 'import', register, id],
    queryFn: ({ signal }) => client.get<ImportView>(path(register, id), signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'reading' || state.data?.state === 'applying' ? ASK_MS : false,
  });
}

/** The first rows that an import would add or change, or that are wrong. */
export function useImportRows(register: string, id: string, kind: 'add' | 'change' | 'bad') {
  const client = useClient();
  return useQuery({
    queryKey: ['registers', 'import-rows', register, id, kind],
    queryFn: ({ signal }) => client.get<ImportRowsView>(query(path(register, id, 'rows'), { kind, limit: 50 }), signal),
  });
}

/** Lets an import be written, wholly or not at all. */
export function useApplyImport(register: string, id: string) {
  const client = useClient();
  const changed = useRegistersChanged();
  return useCommand(
    (reason: string, key) => client.post<ImportView>(path(register, id, 'apply'), { reason }, key),
    changed,
  );
}

function path(register: string, ...rest: readonly string[]): string {
  return ['/api/registers', encodeURIComponent(register), 'imports', ...rest.map(encodeURIComponent)].join('/');
}
