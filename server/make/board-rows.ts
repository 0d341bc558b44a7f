import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { OrderCase, ProductRow, SupplyRow, WorkOrderRow } from '../../engine/plan/plant-rows.ts';
import { openCaseIndex } from './case-index.ts';
import { type GroupedRows, openGroupedRows } from './grouped-rows.ts';
import {
  heldInStock,
  type MakeLine,
  type MakeLot,
  type MakeOrder,
  readLine,
  readLot,
  readOrder,
  readProduct,
  readSupply,
  readWorkOrder,
} from './read-rows.ts';

/** Registers that the board is made of. */
export const BOARD_REGISTERS = [
  'products',
  'orders',
  'work-orders',
  'lots',
  'stock',
  'purchase-orders',
  'plans',
  'plan-lines',
] as const;
export type BoardRegister = (typeof BOARD_REGISTERS)[number];

/** A running case, with every name that it holds: an order whose name is among them is what the case is about. */
export interface BoardCase extends OrderCase {
  readonly names: ReadonlySet<string>;
  readonly instance: Instance;
}

/** What a change reaches: orders whose row it may change, items that have to be given out again. */
export interface Touched {
  readonly orders: Set<string>;
  readonly items: Set<string>;
  /** Orders that came, went or may have moved in the row. */
  readonly moved: Set<string>;
}

/** The plant's rows, held so that each question of the board is one look. */
export interface BoardRows {
  readonly orders: GroupedRows<MakeOrder>;
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly workOrders: GroupedRows<WorkOrderRow>;
  readonly lots: GroupedRows<MakeLot>;
  readonly lines: GroupedRows<MakeLine>;
  readonly supplies: GroupedRows<SupplyRow>;
  readonly plans: ReadonlyMap<string, JsonObject>;
  /** What may be used of an item: what the store counts, less what is on hold. */
  usableStock(item: string): number;
  casesOf(order: string): readonly BoardCase[];
  /** Puts a row as its register has it now, or takes it away, and notes what that reaches. */
  put(register: BoardRegister, id: string, row: JsonObject | undefined): void;
  putCase(id: string, found: BoardCase | undefined): void;
  readonly touched: Touched;
}

export function openBoardRows(): BoardRows {
  const orders = openGroupedRows<MakeOrder>((order) => order.product);
  const products = new Map<string, ProductRow>();
  const workOrders = openGroupedRows<WorkOrderRow>((work) => work.order);
  const lots = openGroupedRows<MakeLot>((lot) => lot.order);
  const lines = openGroupedRows<MakeLine>((line) => line.order);
  const rawLines = openGroupedRows<JsonObject & { readonly id: string }>(({ plan }) => String(plan));
  const supplies = openGroupedRows<SupplyRow>((supply) => supply.item);
  const plans = new Map<string, JsonObject>();
  const stock = new Map<string, number>();
  const held = openGroupedRows<{ readonly item: string; readonly qty: number }>(({ item }) => item);
  const cases = openCaseIndex();
  const reviewed = openGroupedRows<MakeOrder>((order) => order.review);
  const touched: Touched = { orders: new Set(), items: new Set(), moved: new Set() };

  const touchOrder = (id: string | null | undefined): void => {
    if (typeof id === 'string') touched.orders.add(id);
  };
  const touchNeeds = (order: MakeOrder | undefined): void => {
    for (const { item } of products.get(order?.product ?? '')?.bom ?? []) touched.items.add(item);
  };
  const ordersNamed = (name: string): readonly (string | null | undefined)[] => [
    orders.get(name)?.id,
    workOrders.get(name)?.order,
    lots.get(name)?.order,
    lines.get(name)?.order,
    ...reviewed.of(name).map(({ id }) => id),
  ];
  const putLine = (id: string, row: JsonObject | undefined): void => {
    const line = row === undefined ? undefined : readLine(id, row, plans.get(String(row['plan'])));
    touchOrder(line?.order);
    touchOrder(lines.put(id, line)?.order);
  };

  const puts: { readonly [register in BoardRegister]: (id: string, row: JsonObject | undefined) => void } = {
    orders(id, row) {
      touchNeeds(orders.get(id));
      const order = row === undefined ? undefined : readOrder(id, row);
      orders.put(id, order);
      reviewed.put(id, order);
      touchNeeds(order);
      touchOrder(id);
      touched.moved.add(id);
    },
    products(id, row) {
      for (const order of orders.of(id)) touchNeeds(order);
      if (row === undefined) products.delete(id);
      else products.set(id, readProduct(id, row));
      for (const order of orders.of(id)) {
        touchNeeds(order);
        touchOrder(order.id);
      }
    },
    'work-orders'(id, row) {
      const now = row === undefined ? undefined : readWorkOrder(id, row);
      for (const work of [workOrders.put(id, now), now]) {
        touchOrder(work?.order);
        touchNeeds(orders.get(work?.order ?? ''));
      }
    },
    lots(id, row) {
      const now = row === undefined ? undefined : readLot(id, row);
      touchOrder(lots.put(id, now)?.order);
      touchOrder(now?.order);
      const qty = row === undefined ? 0 : heldInStock(row);
      const item = now?.product ?? '';
      const before = held.put(id, qty > 0 ? { item, qty } : undefined);
      for (const one of [before?.item, qty > 0 ? item : undefined]) if (one !== undefined) touched.items.add(one);
    },
    stock(id, row) {
      if (row === undefined) stock.delete(id);
      else stock.set(id, Number(row['qty'] ?? 0));
      touched.items.add(id);
    },
    'purchase-orders'(id, row) {
      const now = row === undefined ? undefined : readSupply(id, row);
      for (const supply of [supplies.put(id, now), now]) if (supply !== undefined) touched.items.add(supply.item);
    },
    plans(id, row) {
      if (row === undefined) plans.delete(id);
      else plans.set(id, row);
      for (const line of rawLines.of(id)) putLine(line.id, line);
    },
    'plan-lines'(id, row) {
      rawLines.put(id, row === undefined ? undefined : { ...row, id });
      putLine(id, row);
    },
  };

  return {
    orders,
    products,
    workOrders,
    lots,
    lines,
    supplies,
    plans,
    touched,
    usableStock: (item) => (stock.get(item) ?? 0) - held.of(item).reduce((sum, { qty }) => sum + qty, 0),
    casesOf: (order) =>
      cases.holding([
        order,
        orders.get(order)?.review ?? '',
        ...workOrders.of(order).map(({ id }) => id),
        ...lots.of(order).map(({ id }) => id),
        ...lines.of(order).map(({ id }) => id),
      ]),
    put: (register, id, row) => puts[register](id, row),
    putCase(id, found) {
      for (const name of cases.put(id, found)) for (const order of ordersNamed(name)) touchOrder(order);
    },
  };
}
