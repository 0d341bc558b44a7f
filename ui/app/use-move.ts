import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { noteMove } from '../components/page-focus.ts';

/** After going to another page: start at its top. Going back keeps the place where one was. */
export function useMove(): void {
  const [location] = useLocation();
  const before = useRef(location);
  const back = useRef(false);

  useEffect(() => {
    const onBack = () => {
      back.current = true;
    };
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);

  // During rendering, so that the heading of the new page knows it when it appears.
  if (pageOf(before.current) !== pageOf(location)) noteMove();

  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    if (!back.current) scrollTo(0, 0);
    back.current = false;
  }, [location]);
}

/** The boxes of the inbox are one page: who goes from one to the next stays on its tabs. */
function pageOf(location: string): string {
  return location.startsWith('/inbox') ? '/inbox' : location;
}
