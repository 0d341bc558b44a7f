import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { StreamView } from '../../server/services/views/stream-view.ts';

/** Whether the server tells the page at once when something changes. */
export type Live = 'connecting' | 'live' | 'lost';

const LiveContext = createContext<Live>('connecting');

/** How long to wait before the stream is opened again after the browser gave up on it. */
const REOPEN_MS = 10_000;

/** Listens to the stream while somebody is signed in, and asks again for the lists that changed. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>('connecting');
  useEffect(() => listen(queries, setLive), [queries]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Whether the page is told of changes. */
export function useLive(): Live {
  return useContext(LiveContext);
}

/** Opens the stream, and opens it again; the answer ends it. Whatever was missed meanwhile is asked for anew. */
function listen(queries: QueryClient, onState: (live: Live) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  const open = () => {
    source = new EventSource('/api/stream');
    source.onopen = () => {
      onState('live');
      // What changed while nobody listened was never told.
      if (missed) void queries.invalidateQueries();
      missed = false;
    };
    source.onmessage = (event: MessageEvent<string>) => {
      const list = readList(event.data);
      if (list) void queries.invalidateQueries({ queryKey: [list] });
    };
    source.onerror = () => {
      missed = true;
      onState('lost');
      // The browser opens a broken stream again by itself, but not one that was refused.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS);
    };
  };

  // Without a network the browser may notice the broken stream only minutes later.
  const onOffline = () => {
    missed = true;
    source?.close();
    clearTimeout(timer);
    onState('lost');
  };
  const onOnline = () => {
    source?.close();
    open();
  };
  addEventListener('offline', onOffline);
  addEventListener('online', onOnline);
  open();
  return () => {
    removeEventListener('offline', onOffline);
    removeEventListener('online', onOnline);
    clearTimeout(timer);
    source?.close();
  };
}

/** The lists that the page holds. What it does not know is left alone: a newer server may tell more. */
const LISTS: readonly StreamView['list'][] = ['tasks', 'instances', 'notifications', 'make'];

/** The list that an event names, or null: a broken event is no reason to stop listening. */
function readList(text: string): StreamView['list'] | null {
  try {
    const told = JSON.parse(text) as Partial<StreamView>;
    return LISTS.find((list) => list === told.list) ?? null;
  } catch {
    return null;
  }
}
