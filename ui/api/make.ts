import { keepPreviousData, type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { MakeView, PlanView, RagColorView } from '../../server/services/views/make-view.ts';
import { useClient } from './ClientProvider.tsx';
import { query } from './path.ts';

/** Forecasts move with the clock, though nobody changes anything. */
const AGAIN_MS = 60_000;
const PAGE = 100;

/** What a reader wants to see of the orders; empty texts want everything. */
export interface MakeWish {
  readonly rag: RagColorView | '';
  readonly customer: string;
  readonly workshop: string;
  readonly week: string;
  readonly q: string;
}

/** The orders with their colours, page by page. What is shown stays until the next answer is there. */
export function useMake(wish: MakeWish) {
  const client = useClient();
  return useInfiniteQuery<MakeView, Error, InfiniteData<MakeView>, unknown[], string | null>({
    queryKey: ['make', 'list', wish],
    queryFn: ({ pageParam, signal }) =>
      client.get(query('/api/make', { ...asked(wish), limit: PAGE, cursor: pageParam }), signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** Where the same orders are a table. */
export function makeTablePath(wish: MakeWish, language: string): string {
  return query('/api/make/export', { ...asked(wish), language });
}

/** Three working days of the plan; null begins today. */
export function usePlan(from: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['make', 'plan', from],
    queryFn: ({ signal }) => client.get<PlanView>(query('/api/plan', { from }), signal),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

function asked(wish: MakeWish): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''));
}
