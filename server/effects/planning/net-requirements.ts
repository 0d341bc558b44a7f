import type { JsonObject } from '../../../engine/model/json.ts';
import { count, openOrders, text } from './operation.ts';

/** What must be made of a product for an order that is due in the months of a plan. */
export interface Requirement {
  readonly product: string;
  readonly order_no: string;
  readonly month: string;
  readonly demand_qty: number;
  readonly stock: number;
  readonly wip: number;
  readonly safety: number;
  /** Demand and safety stock less stock and what is being made, never below zero. */
  readonly net_qty: number;
  readonly committed_date: string;
}

/** Rows that demand is read from. */
export interface DemandRows {
  readonly orders: readonly JsonObject[];
  readonly products: readonly JsonObject[];
  readonly workOrders: readonly JsonObject[];
  readonly stock: readonly JsonObject[];
}

/**
 * The net requirements of approved orders that are due in these months, by due date and priority.
 *
 * Stock of a product is given to its lines in that order; its safety stock is asked for once, with the first of them.
 * Pieces of an order that are made but not stored count as work in progress of that order alone.
 */
export function netRequirements(months: readonly string[], rows: DemandRows): readonly Requirement[] {
  const free = new Map(rows.stock.map((row) => [text(row['id']), count(row['qty'])]));
  const safety = new Map(rows.products.map((product) => [text(product['id']), count(product['safety_stock'])]));
  const due = openOrders(rows.orders)
    .filter((order) => months.includes(text(order['due']).slice(0, 7)))
    .sort((a, b) => text(a['due']).localeCompare(text(b['due'])));
  return due.map((order) => {
    const product = text(order['product']);
    const demand = count(order['qty']);
    const stored = count(order['good_in_stock']);
    const made = count(rows.workOrders.find((one) => one['order'] === order['id'])?.['good_qty']);
    const wip = Math.max(0, made - stored);
    const keep = safety.get(product) ?? 0;
    safety.set(product, 0);
    const given = Math.min(free.get(product) ?? 0, Math.max(0, demand + keep - wip));
    free.set(product, (free.get(product) ?? 0) - given);
    return {
      product,
      order_no: text(order['id']),
      month: text(order['due']).slice(0, 7),
      demand_qty: demand,
      stock: given,
      wip,
      safety: keep,
      net_qty: Math.max(0, demand + keep - given - wip),
      committed_date: text(order['due']),
    };
  });
}
