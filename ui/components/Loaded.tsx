import type { ReactNode } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import { Delayed } from './Delayed.tsx';
import { LoadFailure, type LoadFailureProps } from './LoadFailure.tsx';

/** Something that is loaded, and what stands there until it is. */
export interface LoadedProps<T> extends Pick<LoadFailureProps, 'title' | 'notFound' | 'page'> {
  readonly query: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly skeleton: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Shows what was loaded; until then its skeleton, and where it failed, why. What is there stays while it reloads. */
export function Loaded<T>({ query, skeleton, children, ...failure }: LoadedProps<T>) {
  const { parts } = useTexts();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return <LoadFailure {...failure} error={query.error} retrying={query.isFetching} onRetry={() => query.refetch()} />;
  }
  return <Delayed label={parts.loading}>{skeleton}</Delayed>;
}
