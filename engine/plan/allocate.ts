import type { OrderRow } from './plant-rows.ts';

/** An amount below this is nothing: what is left of adding decimals. */
const NOTHING = 1e-6;

/** What there is of one item: usable stock, and what is on order. What nobody has promised for a day is not counted. */
export interface ItemSupply {
  readonly stock: number;
  readonly open: readonly { readonly qty: number; readonly eta: string }[];
}

export interface ItemNeed {
  readonly order: string;
  readonly qty: number;
}

/** What an order gets of one item. */
export interface Coverage {
  /** What stock does not cover. */
  readonly short: number;
  /** When the last of what is short arrives; null if nothing is short. */
  readonly eta: string | null;
  /** What is on order covers all that is short. */
  readonly covered: boolean;
}

/**
 * Serves the needs of one item in their order: from stock, then from what is on order, earliest first. MAT6
 *
 * Items do not depend on each other, so that a change of one is served again alone. What nothing covers takes what there
 * is all the same: nobody later in the row gets it.
 */
export function allocateItem(supply: ItemSupply, needs: readonly ItemNeed[]): ReadonlyMap<string, Coverage> {
  let stock = Math.max(0, supply.stock);
  const open = [...supply.open]
    .sort((a, b) => compareTexts(a.eta, b.eta))
    .map(({ qty, eta }) => ({ left: Math.max(0, qty), eta }));
  const found = new Map<string, Coverage>();
  for (const { order, qty } of needs) {
    const fromStock = Math.min(stock, qty);
    stock -= fromStock;
    const short = amount(qty - fromStock);
    let missing = short;
    let eta: string | null = null;
    for (const arrival of open) {
      if (missing <= 0) break;
      const taken = Math.min(arrival.left, missing);
      if (taken <= 0) continue;
      arrival.left -= taken;
      missing = amount(missing - taken);
      eta = arrival.eta;
    }
    found.set(order, { short, eta, covered: missing <= 0 });
  }
  return found;
}

/** The order in which orders are served: by priority, then deadline, then number. MAT6 */
export function servedFirst(a: OrderRow, b: OrderRow): number {
  return (
    (a.priority ?? Number.MAX_SAFE_INTEGER) - (b.priority ?? Number.MAX_SAFE_INTEGER) ||
    compareTexts(a.due ?? '9999-12-31', b.due ?? '9999-12-31') ||
    compareTexts(a.id, b.id)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function amount(value: number): number {
  return value < NOTHING ? 0 : value;
}
