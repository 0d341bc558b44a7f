import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';

/** How long after the last letter the list is asked for. */
const PAUSE_MS = 300;

/** What is typed to look for something, as `q` in the address after a pause, so that it can be sent to others. */
export function useTypedQuery(): readonly [typed: string, setTyped: (typed: string) => void] {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);

  // Words that came with another address, by a link or by going back, replace what was typed; one's own do not.
  useEffect(() => {
    if (q !== sent.current) setTyped(q);
    sent.current = q;
  }, [q]);

  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      setSearch(
        (before) => {
          before.delete('find');
          if (typed.trim() === '') before.delete('q');
          else before.set('q', typed.trim());
          return before;
        },
        { replace: true },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, setSearch]);

  return [typed, setTyped];
}
