import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { count, list, standardHours, text } from '../planning/operation.ts';
import { openFloorDays } from './floor-days.ts';
import { followOrder, type OldRow } from './follow-order.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById, rowsWhere } from './register-rows.ts';

/**
 * What an approved review makes of the register of orders: a row a line, with the hours that its routing comes to. Where
 * the review takes the place of an older one, its rows stay the same orders; `gone` are those that nobody orders any more,
 * and `plan_changes` is what follows for lines that are planned and not made yet, as a plan change asks for them.
 */
export const ORDER_REGISTER: PlantQuery = {
  id: 'order-register',
  input: {
    type: 'object',
    properties: {
      case: { type: 'string' },
      number: { type: 'string' },
      customer: { type: 'string' },
      lines: { type: 'array', minItems: 1, items: { type: 'object' } },
      due: { type: ['string', 'null'] },
    },
    required: ['case', 'number', 'customer', 'lines'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      superseded: { type: ['object', 'null'] },
      revision: { type: 'integer' },
      rows: { type: 'array', items: { type: 'object' } },
      gone: { type: 'array', items: { type: 'string' } },
      plan_changes: { type: 'array', items: { type: 'object' } },
    },
    required: ['superseded', 'revision', 'rows', 'gone', 'plan_changes'],
  },
  async run(input, parts) {
    const { store } = parts;
    const superseded = await supersededBy(store, String(input['case']));
    const number = String(input['number']);
    const standing = await standingRows(store, [number, ...(superseded === null ? [] : [superseded.number])]);
    const rows = await rowsOf(store, input, standing);
    const gone = standing.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id);
    const due = typeof input['due'] === 'string' ? input['due'] : null;
    return {
      superseded: superseded === null ? null : { number: superseded.number },
      revision: superseded === null ? 1 : superseded.revision + 1,
      rows: rows as unknown as Json,
      gone,
      plan_changes:
        superseded === null
          ? []
          : followOrder(await rowsWhere(store, 'plan-lines', {}), {
              old: standing,
              rows,
              gone,
              due,
              today: openFloorDays(parts).today,
            }),
    };
  },
};

interface Superseded {
  readonly number: string;
  readonly revision: number;
}

/** The review whose place this one takes, with how often the order was reviewed by then. */
async function supersededBy(store: Store, id: string): Promise<Superseded | null> {
  const older = (await store.load(id))?.supersedes ?? null;
  const instance = older === null ? undefined : await store.load(older);
  if (instance === undefined) return null;
  const known = instance.data['registered'];
  return { number: instance.number, revision: count(isJsonObject(known) ? known['revision'] : undefined, 1) };
}

/** Orders that these reviews stand for, in the order of their lines. */
async function standingRows(store: Store, reviews: readonly string[]): Promise<readonly OldRow[]> {
  const found = await Promise.all(reviews.map((review) => rowsWhere(store, 'orders', { review })));
  return found.flat().map((row) => ({ id: text(row['id']), product: text(row['product']), qty: count(row['qty']) }));
}

export interface OrderRow {
  readonly id: string;
  readonly product: string;
  readonly qty: number;
  readonly hours: number;
}

/** One row a line. A line keeps the order that already stands for its product; a new one gets a free number. */
async function rowsOf(store: Store, input: JsonObject, standing: readonly OldRow[]): Promise<readonly OrderRow[]> {
  const taken = new Set<string>();
  const rows: OrderRow[] = [];
  for (const line of list(input['lines'])) {
    const product = text(line['product']);
    const qty = count(line['qty']);
    const known = standing.find((row) => row.product === product && !taken.has(row.id));
    const id = known?.id ?? (await freeNumber(store, String(input['number']), taken));
    taken.add(id);
    rows.push({ id, product, qty, hours: await hoursOf(store, product, qty) });
  }
  return rows;
}

/** SO-2611-013 for the first line of ORV-2611-013, SO-2611-013-2 for the next; what is taken is left alone. */
async function freeNumber(store: Store, review: string, taken: ReadonlySet<string>): Promise<string> {
  const first = `SO-${review.replace(/^[A-Z]+-/, '')}`;
  for (let place = 1; ; place += 1) {
    const id = place === 1 ? first : `${first}-${place}`;
    if (!taken.has(id) && (await rowById(store, 'orders', id)) === undefined) return id;
  }
}

async function hoursOf(store: Store, product: string, qty: number): Promise<number> {
  const routing = list((await rowById(store, 'products', product))?.['routing']);
  const hours = routing.map((step) =>
    standardHours({ setup_min: count(step['setup_min']), run_min: count(step['run_min_per_pc']) }, qty),
  );
  return Math.round(hours.reduce((sum, one) => sum + one, 0) * 10) / 10;
}
