import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Page, PersonView } from '../../server/services/views/shared-views.ts';
import type { Client } from '../api/client.ts';
import { useClient } from '../api/ClientProvider.tsx';
import { query } from '../api/path.ts';

/** A record as a person picks it. */
export interface RecordChoice {
  readonly id: string;
  readonly name: string;
  /** A word beside it that tells apart what has one name: a person's department. */
  readonly detail: string | null;
}

/** What every register has of a record. */
type Row = { readonly id: string; readonly name: string };

/** More than these nobody reads; another letter finds fewer. */
const MOST = 20;

/** The records of a register that match what was typed. Nothing is asked until it is `wanted`. */
export function useRecords(register: string, typed: string, wanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['records', register, 'like', typed],
    queryFn: async ({ signal }) => {
      const page = await client.get<Page<Row | PersonView>>(query(pathOf(register), { q: typed, limit: MOST }), signal);
      return page.items.map(choiceOf).filter((choice) => register !== PEOPLE || isLike(choice, typed));
    },
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

/** The record with an id; null where the register does not have it, or not for this reader. */
export function useRecord(register: string, id: string | null) {
  return useQuery(recordQuery(useClient(), register, id));
}

/** How a record is asked for by its id: the same key wherever it is, so that it is asked for once. */
export function recordQuery(client: Client, register: string, id: string | null) {
  return queryOptions({
    queryKey: ['records', register, 'one', id],
    queryFn: async ({ signal }) => {
      const page = await client.get<Page<Row | PersonView>>(query(pathOf(register), { q: id, limit: MOST }), signal);
      return page.items.map(choiceOf).find((choice) => choice.id === id) ?? null;
    },
    enabled: id !== null,
  });
}

/** Not a register like the others: people have an address of their own. */
const PEOPLE = 'people';

/** Where a register is asked. */
function pathOf(register: string): string {
  return register === PEOPLE ? '/api/people' : `/api/registers/${encodeURIComponent(register)}`;
}

/** A row as it is offered. */
function choiceOf(row: Row | PersonView): RecordChoice {
  return { id: row.id, name: row.name, detail: 'department' in row ? row.department.title : null };
}

/** True where a record has what was typed in its name or number. */
export function isLike(choice: RecordChoice, typed: string): boolean {
  const words = `${choice.id} ${choice.name} ${choice.detail ?? ''}`.toLocaleLowerCase();
  return words.includes(typed.trim().toLocaleLowerCase());
}
