import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailChoiceView } from '../../server/services/views/mail-view.ts';
import { useClient } from './ClientProvider.tsx';
import { useCommand } from './use-command.ts';

const KEY = ['mail-choice'];

/** Which mails the reader gets. */
export function useMailChoice() {
  const client = useClient();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.get<MailChoiceView>('/api/me/mail', signal),
  });
}

/** Says which mails the reader wants. */
export function useChooseMail() {
  const client = useClient();
  const queries = useQueryClient();
  return useCommand(
    (input: Pick<MailChoiceView, 'immediate' | 'digest'>, key) =>
      client.post<MailChoiceView>('/api/me/mail', input, key),
    (view) => queries.setQueryData(KEY, view),
  );
}
