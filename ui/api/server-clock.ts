/** The time as the server has it. A tablet whose clock is wrong still shows the right due times. */
export interface ServerClock {
  readonly now: () => number;
  /** Reads the `Date` header of an answer. */
  readonly learn: (header: string | null) => void;
  /** Calls back when it was set right. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Below this difference the two clocks are taken as equal: the header has whole seconds and travelled a while. */
const TOLERANCE_MS = 5_000;

/** Opens a server clock over the device's own. */
export function openServerClock(deviceNow: () => number): ServerClock {
  let aheadMs = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => deviceNow() + aheadMs,
    learn: (header) => {
      const told = header === null ? Number.NaN : Date.parse(header);
      if (Number.isNaN(told)) return;
      const difference = told - deviceNow();
      if (Math.abs(difference - aheadMs) <= TOLERANCE_MS) return;
      aheadMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
