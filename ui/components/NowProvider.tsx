import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { ServerClock } from '../api/server-clock.ts';

const NowContext = createContext(0);

/** Clocks show minutes; this is fine enough that none is seen to be late. */
const TICK_MS = 10_000;

/** Whose time it is: the clock of the server, as far as the page knows it. */
export interface NowProviderProps {
  /** The server's time, so that a wrong clock of the device does no harm. */
  readonly clock: Pick<ServerClock, 'now' | 'subscribe'>;
  readonly children: ReactNode;
}

/** One ticking time for every clock below. */
export function NowProvider({ clock, children }: NowProviderProps) {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const read = () => setNow(clock.now());
    const timer = setInterval(read, TICK_MS);
    const unsubscribe = clock.subscribe(read);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [clock]);
  return <NowContext value={now}>{children}</NowContext>;
}

/** The time now, in milliseconds. Renders again as it passes. */
export function useNow(): number {
  return useContext(NowContext);
}
