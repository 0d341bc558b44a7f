import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  DiagramView,
  HistoryPage,
  InstanceRowView,
  InstanceView,
} from '../../server/services/views/instance-view.ts';
import type { JsonObject, Page } from '../../server/services/views/shared-views.ts';
import type { Client } from './client.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useTasksChanged } from './tasks.ts';
import { useCommand } from './use-command.ts';
import type { SignatureGiven } from './signing.ts';

/** What a list of cases is narrowed to. */
export interface CaseFilter {
  readonly status: string | null;
  readonly q: string;
}

/** Rows that are loaded at a time: more than one screen. */
const PAGE = 50;

/** The cases that the reader may see, newest first, page by page. */
export function useInstances(filter: CaseFilter) {
  const client = useClient();
  return useInfiniteQuery<Page<InstanceRowView>, Error, InfiniteData<Page<InstanceRowView>>, unknown[], string | null>({
    queryKey: ['instances', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      client.get(query('/api/instances', { ...filter, limit: PAGE, cursor: pageParam }), signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
}

/** One case. */
export function useInstance(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', id],
    queryFn: ({ signal }) => client.get<InstanceView>(path(id), signal),
  });
}

/** The whole history of a case, oldest first. */
export function useHistory(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', id, 'history'],
    queryFn: ({ signal }) => readHistory(client, id, signal),
  });
}

/** The picture of a case's workflow, with what happened to each part. */
export function useDiagram(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', id, 'diagram'],
    queryFn: ({ signal }) => client.get<DiagramView>(path(id, 'diagram'), signal),
  });
}

/** A procedure to be started, with the answers of its start form. */
export interface Start {
  readonly workflow: string;
  readonly answers: JsonObject;
  /** An ended case that the new one takes the place of. */
  readonly supersedes?: string;
}

/** Starts a case. */
export function useStart() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand((input: Start, key) => client.post<InstanceView>('/api/instances', input, key), done);
}

/** A command of a case, with the answers of its form. */
export interface CaseCommand {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly signature?: SignatureGiven;
}

/** Sends a command of the case page. */
export function useCaseCommand() {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand(
    ({ id, ...event }: CaseCommand, key) => client.post<InstanceView>(path(id, 'events'), event, key),
    done,
  );
}

/** A history is shown newest first but told oldest first, so its end is needed at once. */
async function readHistory(client: Client, id: string, signal: AbortSignal): Promise<HistoryPage> {
  const first = await client.get<HistoryPage>(query(path(id, 'history'), { limit: 200 }), signal);
  let items = first.items;
  let next = first.next;
  while (next !== null) {
    const page: HistoryPage = await client.get(query(path(id, 'history'), { limit: 200, cursor: next }), signal);
    items = [...items, ...page.items];
    next = page.next;
  }
  return { ...first, items, next: null };
}

/** The address of a case, whatever signs its id has. */
function path(id: string, ...rest: readonly string[]): string {
  return ['/api/instances', encodeURIComponent(id), ...rest].join('/');
}
