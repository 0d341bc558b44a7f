import { type Json, type JsonObject, ownValue } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { referenceKey } from '../registers/row-references.ts';
import { fieldsOf } from '../registers/row.ts';
import type { LotNodeView } from './views/lot-view.ts';

/** Further away nobody looks at once; the way goes on from the lot that stands there. LT1 */
const DEEPEST = 5;
/** More nodes no screen holds. LT1 */
const MOST_NODES = 200;
/** As many lots as one lot may have gone into. */
const MOST_CHILDREN = 100;
const LOTS = 'lots';

/** What a tree needs of the plant. */
export interface LotTreeParts {
  readonly store: Store;
  /** A node's words: product and status. */
  readonly describe: (fields: JsonObject | undefined) => Promise<Pick<LotNodeView, 'product' | 'status'>>;
}

/** A lot that stands next to another, before it is described. */
interface Neighbour {
  readonly kind: LotNodeView['kind'];
  readonly id: string;
  readonly qty: number | null;
}

type Ask = (id: string, fields: JsonObject | undefined) => Promise<readonly Neighbour[]>;

/** What a lot was made from (`parents`) or what became of it (`children`), with quantities on the way. LT1 */
export async function traceLot(
  parts: LotTreeParts,
  lot: { readonly id: string; readonly fields: JsonObject },
  direction: 'parents' | 'children',
): Promise<{ readonly nodes: readonly LotNodeView[]; readonly cut: boolean }> {
  const ask: Ask = direction === 'parents' ? async (_id, fields) => madeFrom(fields) : madeInto(parts.store);
  let left = MOST_NODES;
  let cut = false;
  const follow = async (
    at: { readonly id: string; readonly fields: JsonObject | undefined },
    path: readonly string[],
  ): Promise<readonly LotNodeView[]> => {
    const found = await ask(at.id, at.fields);
    const shown = found.slice(0, Math.max(left, 0));
    left -= shown.length;
    cut ||= shown.length < found.length;
    const nodes: LotNodeView[] = [];
    for (const { kind, id, qty } of shown) {
      const fields = kind === 'lot' ? await rowOf(parts.store, id) : undefined;
      const words = kind === 'lot' ? await parts.describe(fields) : { product: null, status: null };
      // A lot that would stand behind itself is a mistake in the rows, and no reason to go round for ever.
      const ends = kind === 'shipment' || path.includes(id);
      const tooDeep = !ends && path.length >= DEEPEST;
      const behind = tooDeep && (await ask(id, fields)).length > 0;
      cut ||= behind;
      const next = ends || tooDeep ? [] : await follow({ id, fields }, [...path, id]);
      nodes.push({ kind, id, qty, ...words, next, cut: behind });
    }
    return nodes;
  };
  const nodes = await follow(lot, [lot.id]);
  return { nodes, cut };
}

async function rowOf(store: Store, id: string): Promise<JsonObject | undefined> {
  const record = await store.getRecord(LOTS, id);
  return record === undefined ? undefined : fieldsOf(record.value);
}

/** The lots that a row says it was made from. */
function madeFrom(fields: JsonObject | undefined): readonly Neighbour[] {
  const consumed = ownValue(fields, 'consumed');
  return (Array.isArray(consumed) ? consumed : []).flatMap((entry: Json) => {
    const id = ownValue(entry, 'lot');
    return typeof id === 'string' ? [{ kind: 'lot' as const, id, qty: numberOf(ownValue(entry, 'qty')) }] : [];
  });
}

/** The lots whose rows name this one, then the shipment it left with. */
function madeInto(store: Store): Ask {
  return async (id, fields) => {
    const key = referenceKey(LOTS, id);
    const { items } = await store.listRecords({ register: LOTS, key, limit: MOST_CHILDREN });
    const lots = items.flatMap((record) =>
      madeFrom(fieldsOf(record.value))
        .filter((parent) => parent.id === id)
        .map(({ qty }) => ({ kind: 'lot' as const, id: record.id, qty })),
    );
    const shipment = ownValue(fields, 'shipped_to');
    const shipped = typeof shipment === 'string' && shipment !== '';
    return shipped
      ? [...lots, { kind: 'shipment' as const, id: shipment, qty: numberOf(ownValue(fields, 'qty')) }]
      : lots;
  };
}

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
