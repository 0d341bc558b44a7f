import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, openOrders, text } from './operation.ts';

/** An item that an order lacks on a day. */
export interface ShortItem {
  readonly item: string;
  readonly short: number;
  /** When supply that covers it comes; null if none is known. */
  readonly eta: string | null;
}

/** How complete the material of an order is. */
export interface Kit {
  readonly status: 'complete' | 'partial' | 'missing';
  /** Pieces for which all material is there. */
  readonly possible: number;
  readonly short: readonly ShortItem[];
}

/** What there is of material, and what is on order: rows of stock and of purchase orders. */
export interface Supply {
  readonly stock: readonly JsonObject[];
  readonly purchases: readonly JsonObject[];
}

interface Need {
  readonly orders: readonly JsonObject[];
  readonly products: readonly JsonObject[];
}

/**
 * The kit of each open order on a day: stock is given out by priority, and what arrives on that day or before counts as
 * stock. An order with less than it needs is `partial`; without a single piece possible it is `missing`.
 *
 * What an order still needs is its quantity less the good pieces of its work order; services that are bought outside
 * (no stock is kept of them) are left out.
 */
export function kitsOn(
  day: string,
  need: Need & { readonly workOrders: readonly JsonObject[]; readonly services: ReadonlySet<string> },
  supply: Supply,
): ReadonlyMap<string, Kit> {
  const free = new Map(supply.stock.map((row) => [text(row['id']), count(row['qty'])]));
  const coming = supply.purchases.filter((row) => isOpen(row) && text(row['eta']) !== '');
  for (const row of coming.filter((one) => text(one['eta']) <= day))
    free.set(text(row['material']), (free.get(text(row['material'])) ?? 0) + outstanding(row));
  const later = coming.filter((one) => text(one['eta']) > day);
  const products = new Map(need.products.map((product) => [text(product['id']), product]));
  return new Map(
    openOrders(need.orders).map((order) => {
      const good = count(need.workOrders.find((one) => one['order'] === order['id'])?.['good_qty']);
      const left = Math.max(0, count(order['qty']) - good);
      const bom = list(products.get(text(order['product']))?.['bom']).filter(
        (part) => !need.services.has(text(part['item'])),
      );
      return [text(order['id']), kitOf({ left, bom, free, later })] as const;
    }),
  );
}

function kitOf(asked: {
  readonly left: number;
  readonly bom: readonly JsonObject[];
  readonly free: Map<string, number>;
  readonly later: readonly JsonObject[];
}): Kit {
  const short: ShortItem[] = [];
  let possible = asked.left;
  for (const part of asked.bom) {
    const item = text(part['item']);
    const each = count(part['qty']);
    const needed = round(each * asked.left);
    const there = Math.max(0, asked.free.get(item) ?? 0);
    asked.free.set(item, round(there - needed));
    if (there >= needed) continue;
    short.push({ item, short: round(needed - there), eta: arrivalOf(item, round(needed - there), asked.later) });
    possible = Math.min(possible, Math.floor(round(there / each)));
  }
  const status = short.length === 0 ? 'complete' : possible > 0 ? 'partial' : 'missing';
  return { status, possible, short };
}

/** When what comes later makes up for it. */
function arrivalOf(item: string, short: number, later: readonly JsonObject[]): string | null {
  const rows = later
    .filter((row) => row['material'] === item)
    .sort((a, b) => text(a['eta']).localeCompare(text(b['eta'])));
  let sum = 0;
  for (const row of rows) {
    sum += outstanding(row);
    if (sum >= short) return text(row['eta']);
  }
  return null;
}

function isOpen(row: JsonObject): boolean {
  return !['received', 'cancelled'].includes(text(row['status']));
}

function outstanding(row: JsonObject): number {
  return Math.max(0, count(row['qty']) - count(row['received_qty']));
}

/** Quantities of material have at most four places: 0.1 + 0.2 is 0.3 here. */
function round(qty: number): number {
  return Math.round(qty * 10_000) / 10_000;
}
