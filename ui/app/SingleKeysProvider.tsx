import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { recall, remember } from './device-memory.ts';

/** The switch and how it stands. */
interface SingleKeys {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

const SingleKeysContext = createContext<SingleKeys>({ on: true, set: () => undefined });

/** Whether single letters do something on this device. People who dictate switch them off. */
export function SingleKeysProvider({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(() => recall('keys') !== 'off');
  const value = useMemo(
    () => ({
      on,
      set: (next: boolean) => {
        remember('keys', next ? 'on' : 'off');
        setOn(next);
      },
    }),
    [on],
  );
  return <SingleKeysContext value={value}>{children}</SingleKeysContext>;
}

/** Whether single letters do something, and the switch. */
export function useSingleKeys(): SingleKeys {
  return useContext(SingleKeysContext);
}
