import { useSearchParams } from 'wouter';
import type { RagColorView } from '../../../server/services/views/make-view.ts';
import type { MakeWish } from '../../api/make.ts';

/** The colours, the worst first. */
export const COLOURS: readonly RagColorView[] = ['red', 'amber', 'green', 'in_review', 'done'];

/** What is looked for stands in the address, so that it can be sent to others. */
export function useMakeWish(): readonly [wish: MakeWish, wishFor: (change: Partial<MakeWish>) => void] {
  const [search, setSearch] = useSearchParams();
  const read = (name: string): string => search.get(name) ?? '';
  const wish: MakeWish = {
    rag: COLOURS.find((color) => color === read('rag')) ?? '',
    customer: read('customer'),
    workshop: read('workshop'),
    week: read('week'),
    q: read('q'),
  };
  const wishFor = (change: Partial<MakeWish>) =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  return [wish, wishFor];
}

/** True where anything is left out. */
export function isNarrowed(wish: MakeWish): boolean {
  return Object.values(wish).some((value) => value !== '');
}
