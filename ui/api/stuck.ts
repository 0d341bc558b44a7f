import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FailedMailView } from '../../server/services/views/mail-view.ts';
import type { VainMessageView } from '../../server/services/views/message-view.ts';
import type { Page } from '../../server/services/views/shared-views.ts';
import { useClient } from './ClientProvider.tsx';
import { useCommand } from './use-command.ts';

const MESSAGES = ['messages', 'expired'];
const MAILS = ['mails', 'failed'];

/** Messages that waited in vain. Refused to whom they do not concern. */
export function useVainMessages() {
  const client = useClient();
  return useQuery({
    queryKey: MESSAGES,
    queryFn: ({ signal }) => client.get<Page<VainMessageView>>('/api/messages?limit=100', signal),
  });
}

/** Lets a message wait once more. */
export function useRetryMessage() {
  const client = useClient();
  const queries = useQueryClient();
  return useCommand(
    (id: string, key) => client.post<VainMessageView>(`/api/messages/${encodeURIComponent(id)}/retry`, {}, key),
    () => void queries.invalidateQueries({ queryKey: MESSAGES }),
  );
}

/** Mails that gave up. Refused to all but administrators. */
export function useFailedMails() {
  const client = useClient();
  return useQuery({
    queryKey: MAILS,
    queryFn: ({ signal }) => client.get<Page<FailedMailView>>('/api/mails?state=failed&limit=100', signal),
  });
}

/** Sends a mail again. */
export function useRetryMail() {
  const client = useClient();
  const queries = useQueryClient();
  return useCommand(
    (id: string, key) => client.post<FailedMailView>(`/api/mails/${encodeURIComponent(id)}/retry`, {}, key),
    () => void queries.invalidateQueries({ queryKey: MAILS }),
  );
}
