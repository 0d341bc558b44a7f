import type { JsonObject } from '../../../engine/model/json.ts';
import { BOARD_REGISTERS, type BoardRegister } from '../../../server/make/board-rows.ts';
import type { Random } from './seeded-random.ts';

const PRODUCTS = 200;
const MATERIALS = 600;
const BOM_LINES = 5;
const DAY_MS = 86_400_000;

export type PlantRow = JsonObject & { readonly id: string };
export type OrdersPlant = ReadonlyMap<BoardRegister, readonly PlantRow[]>;

/** What such a plant is made of, in words. */
export const ORDERS_PLANT_TEXT = `${PRODUCTS} products with ${BOM_LINES} materials each of ${MATERIALS}, a work order and a lot for each order, two lines of the plan for each fifth`;

/** A plant with its orders half made, its stock short of some, and lines of the plan for orders that are near. */
export function makeOrdersPlant(orderCount: number, now: number, random: Random): OrdersPlant {
  const below = (count: number): number => Math.floor(random() * count);
  const day = (offset: number): string => new Date(now + offset * DAY_MS).toISOString().slice(0, 10);
  const rows: { readonly [register in BoardRegister]: () => readonly PlantRow[] } = {
    products: () =>
      numbers(PRODUCTS).map((index) => ({
        id: `P-${index}`,
        name: { en: `Product ${index}` },
        status: 'active',
        bom: numbers(BOM_LINES).map((line) => ({
          item: `RM-${(index * 7 + line * 31) % MATERIALS}`,
          qty: 1 + below(3),
        })),
        routing: numbers(4).map((op) => ({ op: op * 10, work_center: `WC-${op}`, setup_min: 30, run_min_per_pc: 2 })),
      })),
    orders: () =>
      numbers(orderCount).map((index) => ({
        id: `SO-${index}`,
        customer: `C-${index % 50}`,
        product: `P-${below(PRODUCTS)}`,
        qty: 100 + below(400),
        good_in_stock: 0,
        priority: 1 + below(5),
        due: day(below(60)),
        start: day(below(40) - 5),
      })),
    'work-orders': () =>
      numbers(orderCount).map((index) => ({
        id: `WO-${index}`,
        order: `SO-${index}`,
        qty: 500,
        good_qty: below(100),
        status: 'running',
      })),
    lots: () =>
      numbers(orderCount).map((index) => ({
        id: `L-${index}`,
        order: `SO-${index}`,
        product: 'P-0',
        qty: 40,
        status: 'wip',
      })),
    stock: () => numbers(MATERIALS).map((index) => ({ id: `RM-${index}`, qty: 5_000 + below(10_000) })),
    'purchase-orders': () =>
      numbers(MATERIALS).map((index) => ({
        id: `PO-${index}`,
        material: `RM-${index}`,
        qty: below(9_000),
        eta: day(below(30)),
        status: 'open',
      })),
    plans: () => [{ id: 'DAY', kind: 'day' }],
    'plan-lines': () =>
      numbers(orderCount / 5).flatMap((index) =>
        [-1, 1].map((offset) => ({
          id: `PL-${index}-${offset}`,
          plan: 'DAY',
          order: `SO-${index * 5}`,
          work_center: 'WC-0',
          date: day(offset),
          shift: 'DAY',
          qty: 50,
          done_qty: 48,
        })),
      ),
  };
  return new Map(BOARD_REGISTERS.map((register) => [register, rows[register]()]));
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
