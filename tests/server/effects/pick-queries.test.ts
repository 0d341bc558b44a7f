import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { QUERIES } from '../../../server/effects/queries/query-registry.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const lot = (id: string, more: JsonObject = {}): JsonObject & { readonly id: string } => ({
  id,
  product: 'RM-1',
  qty: 10,
  status: 'released',
  holds: [],
  location: 'B-1',
  ...more,
});
const ROWS: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] } = {
  products: [{ id: 'P-1', bom: [{ item: 'RM-1', qty: 0.5, uom: 'm' }] }],
  materials: [{ id: 'RM-1', cost_eur: 10 }],
  'work-orders': [{ id: 'WO-1', product: 'P-1', qty: 40, issued_lines: [{ item: 'RM-1', qty: 5 }] }],
  lots: [
    lot('L-2', { stored_at: '2026-11-02T00:00:00Z' }),
    lot('L-1', { stored_at: '2026-11-01T00:00:00Z' }),
    lot('L-3', { stored_at: '2026-11-20T00:00:00Z', expires: '2026-12-01', qty: 2 }),
    lot('L-4', { holds: ['NCR-1'] }),
    lot('L-5', { status: 'pending_inspection' }),
    lot('L-6', { status: 'quarantine' }),
    lot('L-7', { status: 'wip', product: 'P-9' }),
    lot('L-8', { status: 'wip', product: 'P-9', op_release: true }),
  ],
};

async function ask(query: string, given: JsonObject): Promise<JsonObject> {
  const store = openMemoryStore();
  for (const [register, values] of Object.entries(ROWS))
    for (const value of values) await store.putRecord({ register, id: value.id, value });
  const clock = openManualClock(Date.UTC(2026, 10, 23, 4));
  const keeper = await openPlantKeeper(store, clock, PROJECT_ROOT);
  return (await QUERIES.get(query)?.run(given, { store, clock, keeper })) as JsonObject;
}

describe('queries on material to pick', () => {
  it('[PK1] the pick list is the bill times the pieces less what was issued, what expires first and came first before the rest', async () => {
    // when
    const list = await ask('pick-list', { work_order: 'WO-1' });

    // then
    const line = { item: 'RM-1', required: 20, to_issue: 15, location: 'B-1' };
    expect(list).to.deep.equal({
      lines: [
        { ...line, lot: 'L-3', qty: 2 },
        { ...line, lot: 'L-1', qty: 10 },
        { ...line, lot: 'L-2', qty: 3 },
      ],
      beyond: false,
      beyond_cost_eur: 0,
    });
  });

  it('[PK1] more than the bill and its allowance is beyond it, at the cost of the material', async () => {
    const within = await ask('pick-list', {
      work_order: 'WO-1',
      lines: [{ item: 'RM-1', qty: 15.6 }],
      allowance_pct: 3,
    });
    const beyond = await ask('pick-list', { work_order: 'WO-1', lines: [{ lot: 'L-1', qty: 16 }], allowance_pct: 3 });
    const unknown = await ask('pick-list', { work_order: 'WO-9', lines: [{ item: 'RM-1', qty: 99 }] });
    expect([within['beyond'], beyond['beyond'], beyond['beyond_cost_eur']]).to.deep.equal([false, true, 4]);
    expect(unknown['lines']).to.have.length(4);
    expect((await ask('pick-list', { work_order: 'WO-9' }))['lines']).to.deep.equal([]);
  });

  it('[PK2] a lot in pending inspection, quarantine or on hold may not be issued; one in work only once it is released', async () => {
    const picked = (id: string, item = 'RM-1') => ({ item, lot: id, picked_qty: 1, not_oldest_reason: 'As I say.' });
    const check = async (...lines: readonly JsonObject[]) =>
      (await ask('pick-check', { lines })) as { problems: JsonObject[] };
    const found = await check(
      ...['L-1', 'L-4', 'L-5', 'L-6'].map((id) => picked(id)),
      picked('L-7', 'P-9'),
      picked('L-8', 'P-9'),
    );
    expect(found.problems.map(({ lot: id, why }) => [id, why])).to.deep.equal([
      ['L-4', 'not_usable'],
      ['L-5', 'not_usable'],
      ['L-6', 'not_usable'],
      ['L-7', 'not_usable'],
    ]);
  });

  it('[PK2] a younger lot needs a reason as long as something is left of an older one', async () => {
    const take = (id: string, picked_qty: number, more: JsonObject = {}) => ({
      item: 'RM-1',
      lot: id,
      picked_qty,
      ...more,
    });
    const younger = await ask('pick-check', { lines: [take('L-2', 1)] });
    const said = await ask('pick-check', { lines: [take('L-2', 1, { not_oldest_reason: 'Bent.' })] });
    const used = await ask('pick-check', { lines: [take('L-3', 2), take('L-1', 10), take('L-2', 1)] });
    const nothing = await ask('pick-check', { lines: [take('L-2', 0), { item: 'RM-1', picked_qty: 4 }] });
    expect(younger['problems']).to.deep.equal([{ item: 'RM-1', lot: 'L-2', why: 'not_oldest' }]);
    expect([said['ok'], used['ok'], nothing['ok']]).to.deep.equal([true, true, true]);
  });
});
