import { type JsonObject, ownValue } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { rowsWhere } from './register-rows.ts';

/** What a lot can be taken for, as far as picking asks. */
export interface LotRow {
  readonly id: string;
  readonly item: string;
  readonly qty: number;
  readonly location: string | null;
}

/** Lots from which something can be issued: those that expire first, then those that came first. */
export async function usableLots(store: Store): Promise<readonly LotRow[]> {
  const lots = (await rowsWhere(store, 'lots', {})).filter((lot) => isUsable(lot) && Number(lot['qty'] ?? 0) > 0);
  return lots.sort(byTurn).map((lot) => ({
    id: String(lot['id']),
    item: String(lot['product']),
    qty: Number(lot['qty']),
    location: typeof lot['location'] === 'string' ? lot['location'] : null,
  }));
}

/** Accepted or released, or in work and released for the operation; held by no case. 2.0.5 */
export function isUsable(lot: JsonObject): boolean {
  const holds = ownValue(lot, 'holds');
  const isFree = !(Array.isArray(holds) && holds.length > 0);
  const status = lot['status'];
  return isFree && (status === 'accepted' || status === 'released' || (status === 'wip' && lot['op_release'] === true));
}

/** Numbers of lots rise with time, so they decide where nothing says when a lot came. */
function byTurn(a: JsonObject, b: JsonObject): number {
  const turn = (lot: JsonObject): string =>
    `${String(ownValue(lot, 'expires') ?? '9999')} ${String(lot['stored_at'] ?? '')} ${String(lot['id'])}`;
  return turn(a) < turn(b) ? -1 : 1;
}
