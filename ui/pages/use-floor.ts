import { useEffect } from 'react';
import type { FormView } from '../../server/services/views/shared-views.ts';

/**
 * Draws the whole page large while a form of the floor is open: for gloves, without the bar at the side.
 *
 * The page around the form is not the form's, so it is told by a mark on the document.
 */
export function useFloor(form: FormView): void {
  const isFloor = form['x-layout'] === 'floor';
  useEffect(() => {
    if (!isFloor) return;
    document.documentElement.dataset['floor'] = '';
    return () => {
      delete document.documentElement.dataset['floor'];
    };
  }, [isFloor]);
}
