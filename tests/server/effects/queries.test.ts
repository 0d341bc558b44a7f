import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { QUERIES } from '../../../server/effects/queries/query-registry.ts';
import { openQueryEffect } from '../../../server/effects/query.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const MONDAY = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;
const check = openFileChecker();

async function opened(rows: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] } = {}) {
  const store = openMemoryStore();
  for (const [register, values] of Object.entries(rows))
    for (const value of values) await store.putRecord({ register, id: value.id, value });
  return { store, ask: await openAsk(store) };
}

/** Asks a query and holds its answer to its own schema. */
async function openAsk(store: Store) {
  const clock = openManualClock(MONDAY);
  const effect = openQueryEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
  return async (query: string, given: JsonObject): Promise<Json> => {
    try {
      const call = { key: 'k', attempt: 1, instance: 'c', askedAt: MONDAY, signal: new AbortController().signal };
      const answer = await effect.run({ query, with: given }, call);
      expect(check(QUERIES.get(query)?.output ?? {}, answer)).to.deep.equal([]);
      return answer;
    } catch (error) {
      if (error instanceof EffectFailure) return error.code;
      throw error;
    }
  };
}

describe('queries on registers', () => {
  it('[QY1] rows are found by their values, with their revisions, at most as many as asked', async () => {
    // given
    const { ask } = await opened({
      stock: [
        { id: 'P1', qty: 5, location: 'A' },
        { id: 'P2', qty: 6 },
        { id: 'P3', qty: 5 },
      ],
    });

    // then
    expect(await ask('register-rows', { register: 'stock', where: { qty: 5 } })).to.deep.equal({
      rows: [
        { id: 'P1', qty: 5, location: 'A', rev: 1 },
        { id: 'P3', qty: 5, rev: 1 },
      ],
    });
    expect(await ask('register-rows', { register: 'stock', where: { location: null }, limit: 1 })).to.deep.equal({
      rows: [{ id: 'P2', qty: 6, rev: 1 }],
    });
    expect(await ask('register-row', { register: 'stock', id: 'P2' })).to.deep.equal({ id: 'P2', qty: 6, rev: 1 });
    expect(await ask('register-row', { register: 'stock', id: 'P9' })).to.equal(null);
  });

  it('[RG6] accounts and sessions are no registers of the plant', async () => {
    const { ask } = await opened();
    for (const register of ['people', 'sessions', '__proto__', 'record-history'])
      expect([
        await ask('register-rows', { register }),
        await ask('register-row', { register, id: 'x' }),
      ]).to.deep.equal(['register.not_found', 'register.not_found']);
  });

  it('[QY2] severities come critical first; a product without any is refused, not inspected at all', async () => {
    // given
    const row = (name: string) => ({
      id: `P1-${name}`,
      product: 'P1',
      class: name,
      mode: 'aql',
      severity: 'normal',
      last: [],
      rejected: 0,
    });
    const { ask } = await opened({ switching: [row('minor'), row('critical'), row('major')] });

    // when
    const rows = (await ask('switching-states', { product: 'P1' })) as readonly JsonObject[];

    // then
    expect(rows.map((one) => [one['class'], one['rev'], one['last_case']])).to.deep.equal([
      ['critical', 1, null],
      ['major', 1, null],
      ['minor', 1, null],
    ]);
    expect(await ask('switching-states', { product: 'P2' })).to.equal('record.not_found');
  });

  it('[QY3] a lot says what is missing, who made it, and for which order it is', async () => {
    // given
    const { ask } = await opened({
      lots: [
        {
          id: 'L1',
          status: 'wip',
          order: 'SO1',
          work_order: 'WO1',
          makers: ['U07'],
          packed_qty: 79,
          documents: ['first_article', 'patrols', 'traveller'],
        },
        { id: 'L2', status: 'wip', work_order: 'WO2', documents: ['patrols'] },
      ],
      orders: [{ id: 'SO1', due: '2026-11-30', sales_rep: 'U08' }],
      'work-orders': [
        { id: 'WO1', good_qty: 80, status: 'done' },
        { id: 'WO2', good_qty: 10, status: 'running' },
      ],
    });

    // then
    expect(await ask('lot-documents', { lot: 'L1', submission: 'original' })).to.deep.equal({
      missing: [],
      product: null,
      product_name: null,
      makers: ['U07'],
      order_no: 'SO1',
      work_order: 'WO1',
      reported_qty: 80,
      packed_qty: 79,
      order_due_in_wd: 5,
      sales_reps: ['U08'],
      customer: null,
      coc_required: false,
    });
    const missing = async (lot: string) => ((await ask('lot-documents', { lot })) as JsonObject)['missing'];
    expect(await missing('L2')).to.deep.equal(['first_article', 'traveller', 'work_order']);
    expect(await missing('L9')).to.deep.equal(['lot', 'work_order']);
  });

  it('[QY3] a lot of a supplier needs its delivery note and certificate, and no work order', async () => {
    // given
    const { ask } = await opened({
      lots: [{ id: 'L1', product: 'RM1', qty: 40, documents: ['delivery_note'] }],
      materials: [{ id: 'RM1', name: { en: 'Steel', es: 'Acero' } }],
    });

    // when
    const lot = (await ask('lot-documents', { lot: 'L1', source: 'incoming' })) as JsonObject;

    // then
    expect([lot['missing'], lot['product_name'], lot['reported_qty'], lot['packed_qty']]).to.deep.equal([
      ['certificate'],
      'Steel',
      40,
      40,
    ]);
  });

  it('[QY4] nonconformities of the same product and defect are counted, of these days alone', async () => {
    // given
    const row = (id: string, daysAgo: number, fields: JsonObject = {}) => ({
      id,
      product: 'P1',
      lots: ['L1'],
      defects: ['DIM-01'],
      status: 'closed',
      opened_at: new Date(MONDAY - daysAgo * DAY).toISOString(),
      ...fields,
    });
    const { ask } = await opened({
      nonconformities: [
        row('NCR-1', 0, { status: 'open' }),
        row('NCR-2', 29),
        row('NCR-3', 2, { defects: ['SUR-01'] }),
        row('NCR-4', 2, { product: 'P2' }),
        row('NCR-5', 2, { status: 'withdrawn' }),
        row('NCR-6', 2, { status: 'released' }),
        row('NCR-7', 31),
      ],
    });

    // then
    expect(await ask('ncr-repeats', { product: 'P1', defects: ['DIM-01'], days: 30 })).to.deep.equal({
      repeats: 2,
      fpy_days_below: null,
    });
  });
});
