import { useQuery } from '@tanstack/react-query';
import type { Meaning } from '../../engine/model/signature.ts';
import { ApiError, hasCode } from './api-error.ts';
import { useClient } from './ClientProvider.tsx';

/** A signature as the server takes it. */
export interface SignatureGiven {
  /** Only where the server asks for both components. */
  readonly login?: string;
  readonly password: string;
  readonly meaning: Meaning;
  readonly reason: string;
  /** What was signed, as the server named it when it was shown. */
  readonly shown: string;
}

/** Whether the next signature of this session asks for the user name too. It changes with time, so it is never remembered. */
export function useSigning() {
  const client = useClient();
  return useQuery({
    queryKey: ['session', 'signing'],
    queryFn: ({ signal }) => client.get<{ readonly both: boolean }>('/api/session/signing', signal),
    gcTime: 0,
    staleTime: 0,
  });
}

/** True for what the signer can mend in the dialog: a wrong password, a missing reason, too many tries. */
export function isAboutProof(error: Error | null): boolean {
  if (hasCode(error, 'signature.not_proved') || hasCode(error, 'rate.limited')) return true;
  return error instanceof ApiError && error.code === 'signature.refused' && error.params['reason'] === 'no-reason';
}
