import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { usePlant } from '../api/plant.ts';
import { LoadFailure } from '../components/LoadFailure.tsx';
import { ZoneProvider } from '../texts/TextsProvider.tsx';
import { useSessionActs, useSessionState } from './SessionProvider.tsx';
import { Shell } from './Shell.tsx';

const SignInPage = lazy(async () => ({ default: (await import('../pages/sign-in/SignInPage.tsx')).SignInPage }));

/**
 * Asks who is there before anything is shown.
 *
 * Nobody gets the sign-in page, at whatever address: after it the wanted page opens at once.
 */
export function Gate() {
  const { session } = useSessionState();
  const { restore } = useSessionActs();
  const plant = usePlant();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const ask = useCallback(() => {
    restore().then(
      () => {
        setError(null);
        setAsked(true);
      },
      (failure: Error) => setError(failure),
    );
  }, [restore]);

  // Asked once: a later change of language makes another `ask`, but no other session.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    ask();
  }, [ask]);

  useEffect(() => {
    if (!error) return;
    const timer = setInterval(ask, 10_000);
    return () => clearInterval(timer);
  }, [error, ask]);

  if (error) {
    return (
      <main>
        <LoadFailure error={error} retrying={false} onRetry={ask} />
      </main>
    );
  }
  if (!asked || plant.isPending) return null;
  const zone = plant.data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <ZoneProvider zone={zone}>
      <Suspense fallback={null}>{session ? <Shell /> : <SignInPage plant={plant.data ?? null} />}</Suspense>
    </ZoneProvider>
  );
}
