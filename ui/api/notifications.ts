import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationView } from '../../server/services/views/instance-view.ts';
import type { Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { useCommand } from './use-command.ts';

/** One list for the bell and for the panel, so that both always agree. */
const KEY = ['notifications'];

/** What the reader was told, newest first. */
export function useNotifications() {
  const client = useClient();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.get<Page<NotificationView>>('/api/notifications?limit=100', signal),
  });
}

/** Marks notifications as read. */
export function useReadNotifications() {
  const client = useClient();
  const queries = useQueryClient();
  return useCommand(
    async (ids: readonly string[], key) => {
      for (const id of ids) await client.post(`/api/notifications/${encodeURIComponent(id)}/read`, {}, `${key}-${id}`);
    },
    () => void queries.invalidateQueries({ queryKey: KEY }),
  );
}
