import { type JsonObject, ownValue } from '../../../engine/model/json.ts';
import type { QueryParts } from '../query.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowsWhere } from './register-rows.ts';

/** Lots that stand somewhere and take room. */
const STANDING = ['accepted', 'released', 'regraded'];

/**
 * Where a lot is put away: the lane of the zone where the product stands already and has room, so that the older lots of it
 * are at hand first; else the first empty lane. `suggested` is null where nothing has room.
 */
export const PUT_AWAY: PlantQuery = {
  id: 'put-away',
  input: {
    type: 'object',
    properties: { product: { type: 'string' }, qty: { type: 'number', minimum: 0 }, zone: { type: 'string' } },
    required: ['product', 'qty', 'zone'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { suggested: { type: ['string', 'null'] }, older: { type: 'array', items: { type: 'object' } } },
    required: ['suggested', 'older'],
  },
  async run(input, parts) {
    const product = String(input['product']);
    const standing = await standingLots(parts);
    const lanes = [...(await rowsWhere(parts.store, 'locations', { zone: String(input['zone']) }))].sort(
      (a, b) => Number(a['lane'] ?? 0) - Number(b['lane'] ?? 0),
    );
    const fits = lanes.filter((lane) => roomOf(lane, standing) >= Number(input['qty']));
    const mine = fits.find((lane) =>
      standing.some((lot) => lot['location'] === lane['id'] && lot['product'] === product),
    );
    const empty = fits.find((lane) => standing.every((lot) => lot['location'] !== lane['id']));
    return {
      suggested: (mine ?? empty)?.['id'] ?? null,
      older: standing
        .filter((lot) => lot['product'] === product)
        .map((lot) => ({
          lot: String(lot['id']),
          location: String(lot['location']),
          ...(typeof lot['qty'] === 'number' ? { qty: lot['qty'] } : {}),
        })),
    };
  },
};

async function standingLots({ store }: QueryParts): Promise<readonly JsonObject[]> {
  const rows = await rowsWhere(store, 'lots', {});
  return rows.filter((lot) => STANDING.includes(String(lot['status'])) && typeof lot['location'] === 'string');
}

/** A lane without a capacity has room for all. */
function roomOf(lane: JsonObject, standing: readonly JsonObject[]): number {
  const capacity = ownValue(lane, 'capacity');
  if (typeof capacity !== 'number') return Number.POSITIVE_INFINITY;
  const there = standing.filter((lot) => lot['location'] === lane['id']);
  return capacity - there.reduce((sum, lot) => sum + Number(lot['qty'] ?? 0), 0);
}
