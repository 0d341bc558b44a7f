import { type Json, type JsonObject, ownValue, withoutNulls } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { nameOf } from './name-of-item.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById, rowsWhere } from './register-rows.ts';

/**
 * What can be shipped of an order: its customer, what is still to go, and the lots of it that may leave, the oldest first,
 * until the order is filled. A lot that is held, not released, or taken by another shipment is not among them.
 */
export const LOTS_TO_SHIP: PlantQuery = {
  id: 'lots-to-ship',
  input: {
    type: 'object',
    properties: { order: { type: 'string' }, me: { type: ['string', 'null'] } },
    required: ['order'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      product: { type: ['string', 'null'] },
      product_name: { type: ['string', 'null'] },
      customer_name: { type: ['string', 'null'] },
      drawing_no: { type: ['string', 'null'] },
      drawing_rev: { type: ['string', 'null'] },
      customer: { type: ['string', 'null'] },
      credit_ok: { type: 'boolean' },
      ordered: { type: 'number' },
      lots: { type: 'array', items: { type: 'object' } },
      qty: { type: 'number' },
      short: { type: 'number' },
      sales_reps: { type: 'array', items: { type: 'string' } },
    },
    required: ['product', 'customer', 'credit_ok', 'ordered', 'lots', 'qty', 'short', 'sales_reps'],
  },
  async run(input, { store, keeper }) {
    const id = String(input['order']);
    const order = await rowById(store, 'orders', id);
    if (order === undefined)
      throw new EffectFailure('record.not_found', `There is no order "${id}". Name one of the list of orders.`, false);
    const product = await rowById(store, 'products', String(order['product'] ?? ''));
    const customer = await rowById(store, 'customers', String(order['customer'] ?? ''));
    const ofOrder = (await rowsWhere(store, 'lots', { order: id })) as readonly JsonObject[];
    const gone = sumOf(ofOrder.filter((lot) => lot['status'] === 'shipped'));
    const lots = ofOrder.filter((lot) => mayLeave(lot, input['me'] ?? null)).sort(byAge);
    const open = Math.max(0, Number(order['qty'] ?? 0) - gone);
    return {
      product: order['product'] ?? null,
      product_name: nameOf(product?.['name'], keeper.facts().language),
      customer_name: nameOf(customer?.['name'], keeper.facts().language),
      drawing_no: product?.['drawing_no'] ?? null,
      drawing_rev: product?.['drawing_rev'] ?? null,
      customer: customer?.['id'] ?? null,
      credit_ok: customer?.['credit_flag'] !== true,
      ordered: Number(order['qty'] ?? 0),
      lots: lots.map((lot) =>
        withoutNulls({
          lot: lot['id'] ?? null,
          qty: lot['qty'] ?? null,
          location: lot['location'] ?? null,
          concession: lot['concession'] ?? null,
        }),
      ),
      qty: sumOf(lots),
      short: Math.max(0, open - sumOf(lots)),
      sales_reps: typeof order['sales_rep'] === 'string' ? [order['sales_rep']] : [],
    };
  },
};

function mayLeave(lot: JsonObject, me: Json): boolean {
  const holds = ownValue(lot, 'holds');
  const taken = ownValue(lot, 'shipped_to') ?? null;
  const isHeld = Array.isArray(holds) && holds.length > 0;
  return lot['status'] === 'released' && !isHeld && (taken === null || taken === me);
}

/** The oldest first; numbers of lots rise with time, so they decide where nothing says when a lot was stored. */
function byAge(a: JsonObject, b: JsonObject): number {
  const key = (lot: JsonObject): string => `${String(lot['stored_at'] ?? '')} ${String(lot['id'])}`;
  return key(a) < key(b) ? -1 : 1;
}

function sumOf(lots: readonly JsonObject[]): number {
  return lots.reduce((sum, lot) => sum + Number(lot['qty'] ?? 0), 0);
}
