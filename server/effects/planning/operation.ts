import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';

/** One operation of an order that is still to be made, with its times from the routing of the product. */
export interface Operation {
  readonly order: string;
  readonly product: string;
  readonly op: number;
  readonly work_center: string;
  readonly work_order: string;
  readonly setup_min: number;
  readonly run_min: number;
  /** Pieces that the order still needs. */
  readonly left: number;
  /** The day from which the month's plan makes the order; empty if it says none. */
  readonly start: string;
  /** The operation before it on a machine of the plant; null for the first, and `subcontract` behind one outside. */
  readonly before: number | 'subcontract' | null;
}

/** The registers that planning reads. */
export interface PlanningRows {
  readonly orders: readonly JsonObject[];
  readonly products: readonly JsonObject[];
  readonly workOrders: readonly JsonObject[];
  readonly workCenters: readonly JsonObject[];
}

const ENDED = ['done', 'shipped', 'cancelled'];
const IN_REVIEW = 'order_review';

/** Orders that are to be made, the most urgent first: by priority, then by due date, then by number. */
export function openOrders(orders: readonly JsonObject[]): readonly JsonObject[] {
  return orders
    .filter((order) => !ENDED.includes(text(order['status'])) && text(order['status']) !== IN_REVIEW)
    .sort(
      (a, b) =>
        count(a['priority'], Infinity) - count(b['priority'], Infinity) ||
        text(a['due']).localeCompare(text(b['due'])) ||
        text(a['id']).localeCompare(text(b['id'])),
    );
}

/** Every operation of the open orders on work centres of the plant, in the order of `openOrders` and of the routing. */
export function openOperations(rows: PlanningRows): readonly Operation[] {
  const products = new Map(rows.products.map((product) => [text(product['id']), product]));
  const inside = new Set(rows.workCenters.map((center) => text(center['id'])));
  return openOrders(rows.orders).flatMap((order) => {
    const id = text(order['id']);
    const made = rows.workOrders.find((one) => one['order'] === id);
    const good = Math.max(count(made?.['good_qty']), count(order['good_in_stock']));
    const routing = list(products.get(text(order['product']))?.['routing']);
    return routing.flatMap((step, index) => {
      const center = text(step['work_center']);
      if (!inside.has(center)) return [];
      const last = routing[index - 1];
      return [
        {
          order: id,
          product: text(order['product']),
          op: count(step['op']),
          work_center: center,
          work_order: made === undefined ? workOrderOf(id) : text(made['id']),
          setup_min: count(step['setup_min']),
          run_min: count(step['run_min_per_pc']),
          left: Math.max(0, count(order['qty']) - good),
          start: text(order['start']),
          before: last === undefined ? null : inside.has(text(last['work_center'])) ? count(last['op']) : 'subcontract',
        },
      ];
    });
  });
}

/** Standard hours of a quantity: set-up and running time, to a tenth of an hour. */
export function standardHours(times: Pick<Operation, 'setup_min' | 'run_min'>, qty: number): number {
  // Minutes are summed first, as forms do it: else 6.45 h would be 6.4 in the one and 6.5 in the other.
  return Math.round(((times.setup_min + qty * times.run_min) / 60) * 10) / 10;
}

/** The work order that an order gets: SO-2611-013 is made by WO-2611-013. */
function workOrderOf(order: string): string {
  return `WO-${order.replace(/^[A-Z]+-/, '')}`;
}

/** A text, or an empty one. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A number, or what stands for a missing one. */
export function count(value: Json | undefined, missing = 0): number {
  return typeof value === 'number' ? value : missing;
}

/** The objects of a list. */
export function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}
