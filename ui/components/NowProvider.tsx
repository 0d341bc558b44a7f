import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext(0);

/** Clocks show minutes; this is fine enough that none is seen to be late. */
const TICK_MS = 10_000;

export interface NowProviderProps {
  /** The time, in milliseconds; the server's, so that a wrong clock of the device does no harm. */
  readonly readNow: () => number;
  readonly children: ReactNode;
}

/** One ticking time for every clock below. */
export function NowProvider({ readNow, children }: NowProviderProps) {
  const [now, setNow] = useState(readNow);
  useEffect(() => {
    setNow(readNow());
    const timer = setInterval(() => setNow(readNow()), TICK_MS);
    return () => clearInterval(timer);
  }, [readNow]);
  return <NowContext value={now}>{children}</NowContext>;
}

/** The time now, in milliseconds. Renders again as it passes. */
export function useNow(): number {
  return useContext(NowContext);
}
