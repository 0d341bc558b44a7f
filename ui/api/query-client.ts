import { QueryClient } from '@tanstack/react-query';
import { ApiError, isUnknown } from './api-error.ts';

/** How long a page waits before it asks again after it got no answer. */
export const RETRY_MS = 10_000;

/**
 * The memory of what was loaded.
 *
 * Nothing is asked again because a window got the focus: the stream says when something changed.
 * A call without an answer is repeated every ten seconds while its page is open; a refusal is not.
 */
export function openQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => isUnknown(error) && failures < 1,
        refetchInterval: (query) => (isUnknown(query.state.error) ? RETRY_MS : false),
        throwOnError: (error) => !(error instanceof ApiError),
      },
    },
  });
}
