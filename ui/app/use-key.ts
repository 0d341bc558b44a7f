import { useEffect, useRef } from 'react';
import { useSingleKeys } from './SingleKeysProvider.tsx';

/**
 * Calls `act` when the key is pressed alone.
 *
 * Not while somebody types, nor in a dialog or menu, nor where single keys were switched off on this device.
 */
export function useKey(key: string, act: (event: KeyboardEvent) => void): void {
  const { on } = useSingleKeys();
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isBusy(event)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key, on]);
}

/** True where the key belongs to something else: a field, a dialog, a menu; for Enter, whatever has the focus. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Enter' && target.closest('a, button, summary')) return true;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}
