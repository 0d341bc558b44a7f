import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import type { PlantQuery } from './plant-query.ts';
import { rowById } from './register-rows.ts';
import { isUsable, type LotRow, usableLots } from './usable-lots.ts';

type Why = 'unknown_lot' | 'wrong_item' | 'not_usable' | 'too_little' | 'not_oldest';

/** Whether what was picked may be issued: the right material, a lot that is usable and holds as much, the oldest first. */
export const PICK_CHECK: PlantQuery = {
  id: 'pick-check',
  input: {
    type: 'object',
    properties: { lines: { type: 'array' } },
    required: ['lines'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { ok: { type: 'boolean' }, problems: { type: 'array', items: { type: 'object' } } },
    required: ['ok', 'problems'],
  },
  async run(input, { store }) {
    const given: Json = input['lines'] ?? [];
    const lines = (Array.isArray(given) ? given : []).filter(isJsonObject).filter(isPicked);
    const usable = await usableLots(store);
    const problems: JsonObject[] = [];
    for (const line of lines) {
      if (typeof line['lot'] !== 'string' || line['lot'] === '') continue;
      const why = whyNot(line, (await rowById(store, 'lots', line['lot'])) ?? null, { usable, lines });
      if (why !== undefined) problems.push({ item: line['item'] ?? null, lot: line['lot'], why });
    }
    return { ok: problems.length === 0, problems };
  },
};

const isPicked = (line: JsonObject): boolean => Number(line['picked_qty'] ?? 0) > 0;

function whyNot(
  line: JsonObject,
  lot: JsonObject | null,
  around: { readonly usable: readonly LotRow[]; readonly lines: readonly JsonObject[] },
): Why | undefined {
  if (lot === null) return 'unknown_lot';
  if (line['item'] !== undefined && line['item'] !== null && lot['product'] !== line['item']) return 'wrong_item';
  if (!isUsable(lot)) return 'not_usable';
  if (Number(lot['qty'] ?? 0) < Number(line['picked_qty'])) return 'too_little';
  const reason = line['not_oldest_reason'];
  const isSaid = typeof reason === 'string' && reason.trim() !== '';
  return !isSaid && olderLeft(lot, around) ? 'not_oldest' : undefined;
}

/** A lot whose turn comes before this one, and of which something is left that nobody picked. */
function olderLeft(
  lot: JsonObject,
  { usable, lines }: { readonly usable: readonly LotRow[]; readonly lines: readonly JsonObject[] },
): boolean {
  const same = usable.filter(({ item }) => item === lot['product']);
  const before = same.slice(
    0,
    same.findIndex(({ id }) => id === lot['id']),
  );
  const picked = (id: string): number =>
    lines.filter((line) => line['lot'] === id).reduce((sum, line) => sum + Number(line['picked_qty']), 0);
  return before.some(({ id, qty }) => picked(id) < qty);
}
