import type { Coverage } from './allocate.ts';
import type { ProductRow } from './plant-rows.ts';
import type { Production } from './production.ts';

export type MaterialState = 'no_recipe' | 'in_stock' | 'expected' | 'not_available' | 'processed';

/** An item of which stock does not cover what an order needs. */
export interface ShortItem {
  readonly item: string;
  readonly qty: number;
  /** When the last of it arrives; null if nothing that is on order covers it. */
  readonly eta: string | null;
}

export interface MaterialStatus {
  readonly state: MaterialState;
  readonly short: readonly ShortItem[];
  /** When the last short item arrives; null if none is short or one never comes. */
  readonly eta: string | null;
}

/**
 * Says whether an order's material is there: every line in stock, every short line on order, or not.
 *
 * `coverageOf` answers what the order gets of an item, after the orders before it were served.
 */
export function materialStatus(
  product: ProductRow | undefined,
  { toMake, issued }: Pick<Production, 'toMake' | 'issued'>,
  coverageOf: (item: string) => Coverage | undefined,
): MaterialStatus {
  if (issued || toMake <= 0) return { state: 'processed', short: [], eta: null }; // MAT5
  const bom = product?.bom ?? null;
  if (bom === null || bom.length === 0) return { state: 'no_recipe', short: [], eta: null }; // MAT1
  const lines = bom.map(({ item }) => ({ item, coverage: coverageOf(item) }));
  const short = lines.filter(({ coverage }) => coverage === undefined || coverage.short > 0);
  const items = short.map(({ item, coverage }) => ({
    item,
    qty: coverage?.short ?? 0,
    eta: coverage?.covered === true ? coverage.eta : null,
  }));
  if (items.length === 0) return { state: 'in_stock', short: [], eta: null }; // MAT2
  if (short.some(({ coverage }) => coverage?.covered !== true))
    return { state: 'not_available', short: items, eta: null }; // MAT4
  return { state: 'expected', short: items, eta: latest(items) }; // MAT3
}

function latest(items: readonly ShortItem[]): string | null {
  return items.reduce<string | null>(
    (last, { eta }) => (eta !== null && (last === null || eta > last) ? eta : last),
    null,
  );
}
