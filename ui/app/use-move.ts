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
  if (before.current !== location) noteMove();

  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    if (!back.current) scrollTo(0, 0);
    back.current = false;
  }, [location]);
}
