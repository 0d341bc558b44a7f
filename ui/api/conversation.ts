import { useQuery } from '@tanstack/react-query';
import type { AttachmentView, CommentView, MentionableView } from '../../server/services/views/conversation-view.ts';
import type { FileView, Page } from '../../server/services/views/shared-views.ts';
import type { Client } from './client.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';
import { useTasksChanged } from './tasks.ts';
import { useCommand } from './use-command.ts';

/** Rows that are loaded at a time: a conversation is shown whole. */
const PAGE = 200;

/** What was said of a case, oldest first. */
export function useComments(instance: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', instance, 'comments'],
    queryFn: ({ signal }) => readAll<CommentView>(client, path(instance, 'comments'), signal),
  });
}

/** Who may be mentioned in a case; asked once somebody wants to know. */
export function useMentionable(instance: string, wanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', instance, 'mentionable'],
    queryFn: async ({ signal }) =>
      (await client.get<Page<MentionableView>>(path(instance, 'mentionable'), signal)).items,
    enabled: wanted,
  });
}

/** Files that were added to a case outside its forms. */
export function useAddedFiles(instance: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['instances', 'one', instance, 'files'],
    queryFn: async ({ signal }) => (await client.get<Page<AttachmentView>>(path(instance, 'files'), signal)).items,
  });
}

/** A comment to be said. */
export interface Saying {
  readonly text: string;
  readonly mentions: readonly string[];
  readonly files: readonly string[];
}

/** Says something of a case. */
export function useSay(instance: string) {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand((saying: Saying, key) => client.post<CommentView>(path(instance, 'comments'), saying, key), done);
}

/** Adds an uploaded file to a case. */
export function useAddFile(instance: string) {
  const client = useClient();
  const done = useTasksChanged();
  return useCommand((file: FileView, key) => client.post<FileView>(path(instance, 'files'), { file }, key), done);
}

async function readAll<T>(client: Client, address: string, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await client.get(query(address, { limit: PAGE, cursor }), signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

function path(instance: string, part: string): string {
  return `/api/instances/${encodeURIComponent(instance)}/${part}`;
}
