import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  RegisterSchemaView,
  RegisterView,
  RowHistoryView,
  RowPageOneView,
  RowPageView,
} from '../../server/services/views/register-view.ts';
import type { JsonObject, Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useCommand } from './use-command.ts';

/** Rows that are loaded at a time: more than one screen. */
const PAGE = 50;
const REGISTERS = ['registers'];

/** The lists of the plant that the reader may see. */
export function useRegisters() {
  const client = useClient();
  return useQuery({
    queryKey: [...REGISTERS, 'all'],
    queryFn: ({ signal }) => client.get<Page<RegisterView>>('/api/registers', signal),
  });
}

/** How rows of a register are shown and filled in. */
export function useRegisterSchema(register: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...REGISTERS, 'schema', register],
    queryFn: ({ signal }) => client.get<RegisterSchemaView>(path(register, 'schema'), signal),
  });
}

/** What of a register is looked at. */
export interface RowWish {
  readonly q: string;
  /** A field, or `-field`; empty for the register's own order. */
  readonly sort: string;
}

/** Rows of a register, page by page. */
export function useRows(register: string, { q, sort }: RowWish) {
  const client = useClient();
  return useInfiniteQuery<RowPageView, Error, InfiniteData<RowPageView>, unknown[], string | null>({
    queryKey: [...REGISTERS, 'rows', register, q, sort],
    queryFn: ({ pageParam, signal }) =>
      client.get(
        query(path(register, 'rows'), {
          q: q === '' ? null : q,
          sort: sort === '' ? null : sort,
          limit: PAGE,
          cursor: pageParam,
        }),
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
}

/** One row, what names it, and the cases about it. */
export function useRow(register: string, id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...REGISTERS, 'row', register, id],
    queryFn: ({ signal }) => client.get<RowPageOneView>(path(register, 'rows', id), signal),
  });
}

/** Who changed a row, newest first. */
export function useRowHistory(register: string, id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...REGISTERS, 'row-history', register, id],
    queryFn: ({ signal }) =>
      client.get<RowHistoryView>(query(path(register, 'rows', id, 'history'), { limit: 100 }), signal),
  });
}

/** A row as it is to stand, and why. Without `id` a new one is made. */
export interface RowChange {
  readonly register: string;
  readonly id: string | null;
  readonly rev: number;
  readonly values: JsonObject;
  readonly reason: string;
}

/** Makes or changes a row. */
export function useSaveRow() {
  const client = useClient();
  const changed = useRegistersChanged();
  return useCommand(
    ({ register, id, rev, values, reason }: RowChange, key) =>
      id === null
        ? client.post<RowPageOneView>(path(register, 'rows'), { values, reason }, key)
        : client.put<RowPageOneView>(path(register, 'rows', id), { rev, values, reason }),
    changed,
  );
}

/** A row that is to be taken out. */
export interface RowRemoval {
  readonly register: string;
  readonly id: string;
  readonly rev: number;
  readonly reason: string;
}

/** Takes a row out that nothing names. */
export function useRemoveRow() {
  const client = useClient();
  const changed = useRegistersChanged();
  return useCommand(
    ({ register, id, rev, reason }: RowRemoval) => client.remove(query(path(register, 'rows', id), { rev, reason })),
    changed,
  );
}

/** Asks for all lists again: a row's name stands in other registers, too. */
export function useRegistersChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: REGISTERS });
}

function path(register: string, ...rest: readonly string[]): string {
  return ['/api/registers', register, ...rest]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}
