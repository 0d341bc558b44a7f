import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { openFloorDays } from './floor-days.ts';
import type { PlantQuery } from './plant-query.ts';
import { nameOfItem } from './name-of-item.ts';
import { rowById } from './register-rows.ts';

/** What must lie with a lot of our own before it may be inspected. */
const NEEDED = ['first_article', 'patrols', 'traveller'];
/** What must come with a lot of a supplier. */
const NEEDED_INCOMING = ['delivery_note', 'certificate'];

/**
 * Whether a lot may come to inspection, and who made it for whom. `missing` names documents that do not lie with it, and
 * `work_order` if that is not done; a lot of a supplier (`source: incoming`) has other documents and no work order.
 * Whether another case holds the lot is asked when it is taken, not here.
 */
export const LOT_DOCUMENTS: PlantQuery = {
  id: 'lot-documents',
  input: {
    type: 'object',
    properties: {
      lot: { type: 'string' },
      submission: { type: ['string', 'null'] },
      source: { type: ['string', 'null'] },
    },
    required: ['lot'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      missing: { type: 'array', items: { type: 'string' } },
      product: { type: ['string', 'null'] },
      product_name: { type: ['string', 'null'] },
      makers: { type: 'array', items: { type: 'string' } },
      order_no: { type: ['string', 'null'] },
      work_order: { type: ['string', 'null'] },
      reported_qty: { type: ['number', 'null'] },
      packed_qty: { type: ['number', 'null'] },
      order_due_in_wd: { type: ['integer', 'null'] },
      sales_reps: { type: 'array', items: { type: 'string' } },
      customer: { type: ['string', 'null'] },
      coc_required: { type: 'boolean' },
    },
  },
  async run(input, parts) {
    const lot = await rowById(parts.store, 'lots', String(input['lot']));
    const named = (field: string): string => String(lot?.[field] ?? '');
    const workOrder = await rowById(parts.store, 'work-orders', named('work_order'));
    const order = await rowById(parts.store, 'orders', named('order'));
    const documents = textsIn(lot, 'documents');
    const isIncoming = input['source'] === 'incoming';
    const needed = isIncoming ? NEEDED_INCOMING : NEEDED;
    return {
      missing: [
        ...(lot === undefined ? ['lot'] : needed.filter((name) => !documents.includes(name))),
        ...(isIncoming || workOrder?.['status'] === 'done' ? [] : ['work_order']),
      ],
      product: lot?.['product'] ?? null,
      product_name: await nameOfItem(parts, named('product')),
      makers: textsIn(lot, 'makers'),
      order_no: order?.['id'] ?? null,
      work_order: workOrder?.['id'] ?? null,
      reported_qty: (isIncoming ? lot?.['qty'] : workOrder?.['good_qty']) ?? null,
      packed_qty: lot?.['packed_qty'] ?? (isIncoming ? lot?.['qty'] : null) ?? null,
      order_due_in_wd: typeof order?.['due'] === 'string' ? openFloorDays(parts).until(order['due']) : null,
      sales_reps: typeof order?.['sales_rep'] === 'string' ? [order['sales_rep']] : [],
      customer: order?.['customer'] ?? null,
      coc_required: order?.['coc_required'] === true,
    };
  },
};

function textsIn(row: JsonObject | undefined, field: string): readonly string[] {
  const list = row?.[field];
  return Array.isArray(list)
    ? (list as readonly Json[]).filter((text): text is string => typeof text === 'string')
    : [];
}
