import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { rowById, rowsWhere } from './register-rows.ts';

/**
 * The day on which open orders at suppliers bring what a shortage needs of an item: the earliest date by which stock and
 * arrivals cover it. Null where stock covers it today, or where nothing that is on order does.
 */
export async function supplyEta(store: Store, item: Json, needed: number): Promise<string | null> {
  if (typeof item !== 'string') return null;
  const booked = Number((await rowById(store, 'stock', item))?.['qty'] ?? 0);
  if (booked >= needed) return null;
  const open = (await rowsWhere(store, 'purchase-orders', { material: item }))
    .filter(
      (order) => order['status'] !== 'received' && order['status'] !== 'cancelled' && typeof order['eta'] === 'string',
    )
    .toSorted((one, other) => String(one['eta']).localeCompare(String(other['eta'])));
  let covered = booked;
  for (const order of open) {
    covered += openQty(order);
    if (covered >= needed) return String(order['eta']);
  }
  return null;
}

const openQty = (order: JsonObject): number => Number(order['qty'] ?? 0) - Number(order['received_qty'] ?? 0);
