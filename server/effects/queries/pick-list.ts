import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById } from './register-rows.ts';
import { type LotRow, usableLots } from './usable-lots.ts';

interface Need {
  readonly item: string;
  readonly required: number;
  readonly issued: number;
}

/**
 * What is to be picked for a work order: the bill of materials times its pieces, less what it was issued already, each
 * line with the lots to take it from, those that expire first or came first before the others. Lines that somebody asked
 * for by hand stay as they are. `beyond` says that more would be issued than the bill and the allowance for scrap ask for.
 */
export const PICK_LIST: PlantQuery = {
  id: 'pick-list',
  input: {
    type: 'object',
    properties: {
      work_order: { type: 'string' },
      lines: { type: ['array', 'null'] },
      allowance_pct: { type: ['number', 'null'] },
    },
    required: ['work_order'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object' } },
      beyond: { type: 'boolean' },
      beyond_cost_eur: { type: 'number' },
    },
    required: ['lines', 'beyond', 'beyond_cost_eur'],
  },
  async run(input, { store }) {
    const order = await rowById(store, 'work-orders', String(input['work_order']));
    const needs = order === undefined ? [] : await needsOf(store, order);
    const given = rowsIn(input['lines'] ?? null);
    const asked = given.length > 0 ? await askedLines(store, given) : openLines(needs);
    const lots = await usableLots(store);
    const lines = asked.flatMap((line) => (line['lot'] === null ? proposed(line, lots) : [line]));
    const over = await beyondOf(store, { needs, asked, allowance: Number(input['allowance_pct'] ?? 0) });
    return {
      lines: lines.map((line) => withNeed(line, needs)),
      beyond: over.qty > 0,
      beyond_cost_eur: Math.round(over.cost * 100) / 100,
    };
  },
};

async function needsOf(store: Store, order: JsonObject): Promise<readonly Need[]> {
  const product = await rowById(store, 'products', String(order['product']));
  const issued = rowsIn(order['issued_lines'] ?? null);
  return rowsIn(product?.['bom'] ?? null).map((part) => ({
    item: String(part['item']),
    required: rounded(Number(part['qty']) * Number(order['qty'] ?? 0)),
    issued: rounded(sumOf(issued.filter((line) => line['item'] === part['item']))),
  }));
}

const openLines = (needs: readonly Need[]): readonly JsonObject[] =>
  needs
    .filter(({ required, issued }) => required > issued)
    .map(({ item, required, issued }) => ({ item, qty: rounded(required - issued), lot: null, location: null }));

/** A line that names a lot alone is of that lot's material, and lies where the lot lies. */
async function askedLines(store: Store, given: readonly JsonObject[]): Promise<readonly JsonObject[]> {
  return Promise.all(
    given.map(async (line) => {
      const lot = typeof line['lot'] === 'string' ? await rowById(store, 'lots', line['lot']) : undefined;
      return {
        item: line['item'] ?? lot?.['product'] ?? null,
        qty: Number(line['qty'] ?? 0),
        lot: line['lot'] ?? null,
        location: line['location'] ?? lot?.['location'] ?? null,
      };
    }),
  );
}

/** One line for each lot that is needed; what no lot covers stays a line without one. */
function proposed(line: JsonObject, lots: readonly LotRow[]): readonly JsonObject[] {
  let left = Number(line['qty']);
  const taken: JsonObject[] = [];
  for (const lot of lots.filter((one) => one.item === line['item'])) {
    if (left <= 0) break;
    const qty = rounded(Math.min(left, lot.qty));
    taken.push({ ...line, qty, lot: lot.id, location: lot.location });
    left = rounded(left - qty);
  }
  return left > 0 ? [...taken, { ...line, qty: left }] : taken;
}

function withNeed(line: JsonObject, needs: readonly Need[]): JsonObject {
  const need = needs.find(({ item }) => item === line['item']);
  const toIssue = need === undefined ? null : rounded(Math.max(0, need.required - need.issued));
  return { ...line, required: need?.required ?? null, to_issue: toIssue };
}

/** How much more than the bill and the allowance would be issued, and what that costs. */
async function beyondOf(
  store: Store,
  asked: { readonly needs: readonly Need[]; readonly asked: readonly JsonObject[]; readonly allowance: number },
): Promise<{ readonly qty: number; readonly cost: number }> {
  let over = 0;
  let cost = 0;
  for (const item of new Set(asked.asked.map((line) => String(line['item'])))) {
    const need = asked.needs.find((one) => one.item === item) ?? { required: 0, issued: 0 };
    const wanted = sumOf(asked.asked.filter((line) => line['item'] === item));
    const more = rounded(need.issued + wanted - need.required * (1 + asked.allowance / 100));
    if (more <= 0) continue;
    over += more;
    cost += more * Number((await rowById(store, 'materials', item))?.['cost_eur'] ?? 0);
  }
  return { qty: over, cost };
}

const rowsIn = (value: Json): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const sumOf = (lines: readonly JsonObject[]): number => lines.reduce((sum, line) => sum + Number(line['qty'] ?? 0), 0);
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
