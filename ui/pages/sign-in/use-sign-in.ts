import { useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { type Credentials, useSessionActs } from '../../app/SessionProvider.tsx';
import { useTexts } from '../../texts/TextsProvider.tsx';

/** Signing in, as the form and the cards of the page share it. */
export interface SignIn {
  /** The login that is being signed in, or null. */
  readonly working: string | null;
  /** Why it was refused, in a sentence. */
  readonly problem: string | null;
  readonly enter: (credentials: Credentials) => void;
}

/** Signs in. The page takes the person's language, unless one was chosen here before. */
export function useSignIn(keepLanguage: boolean): SignIn {
  const { signIn: words, parts } = useTexts();
  const { signIn } = useSessionActs();
  const [working, setWorking] = useState<string | null>(null);
  const [failure, setFailure] = useState<'refused' | 'failed' | 'tooMany' | null>(null);
  const problems = { refused: words.refused, failed: words.failed, tooMany: parts.tooMany };
  return {
    working,
    problem: failure === null ? null : problems[failure],
    enter: (credentials) => {
      if (working !== null) return;
      setWorking(credentials.login);
      setFailure(null);
      signIn(credentials, keepLanguage).catch((error: unknown) => {
        setWorking(null);
        setFailure(readFailure(error));
      });
    },
  };
}

/** Why it failed. The server never says whether the name or the password was wrong. */
function readFailure(error: unknown): 'refused' | 'failed' | 'tooMany' {
  if (!(error instanceof ApiError)) return 'failed';
  if (error.status === 429) return 'tooMany';
  return error.status >= 400 && error.status < 500 ? 'refused' : 'failed';
}
