import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { count, list, standardHours } from '../planning/operation.ts';
import type { AddedLine } from './plan-added-lines.ts';
import type { ChangedLine } from './plan-lines.ts';
import { rowById } from './register-rows.ts';

/** One row to write: what must stand there, and what stands there afterwards. */
export interface LineWrite {
  readonly id: string;
  readonly create: boolean;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/**
 * What each touched line is written with, all its changes at once, so that a line is changed wholly or not at all.
 *
 * Standard hours follow the quantity by the routing of the product; a line whose routing is unknown keeps its hours.
 */
export async function lineWrites(
  store: Store,
  changed: readonly ChangedLine[],
  added: readonly AddedLine[],
): Promise<readonly LineWrite[]> {
  const ids = [...new Set(changed.map(({ id }) => id))];
  const changes = ids.map(async (id): Promise<LineWrite> => {
    const own = changed.filter((one) => one.id === id);
    const line = own[0]?.line ?? {};
    const after = Object.fromEntries(own.map(({ field, new: value }) => [field, value]));
    const hours = 'qty' in after ? await hoursOf(store, { ...line, ...after }) : null;
    const all = hours === null ? after : { ...after, hours };
    return { id, create: false, before: before(line, all), after: all };
  });
  const additions = added.map(async ({ id, fields }): Promise<LineWrite> => {
    const hours = await hoursOf(store, fields);
    return { id, create: true, before: {}, after: hours === null ? fields : { ...fields, hours } };
  });
  return Promise.all([...changes, ...additions]);
}

function before(line: JsonObject, after: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(after).map((field): [string, Json] => [field, line[field] ?? null]));
}

/** Set-up and running time of the line's quantity, or null where the product or the operation is unknown. */
async function hoursOf(store: Store, line: JsonObject): Promise<number | null> {
  const order = await rowById(store, 'orders', String(line['order']));
  const product = order === undefined ? undefined : await rowById(store, 'products', String(order['product']));
  const step = list(product?.['routing']).find((one) => one['op'] === line['op']);
  if (step === undefined) return null;
  const times = { setup_min: count(step['setup_min']), run_min: count(step['run_min_per_pc']) };
  return standardHours(times, count(line['qty']));
}
