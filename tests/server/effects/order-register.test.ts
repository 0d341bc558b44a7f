import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { openQueryEffect } from '../../../server/effects/query.ts';
import { QUERIES } from '../../../server/effects/queries/query-registry.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { sampleInstance, startCommit } from '../../support/sample-instance.ts';

/** Monday 23 November 2026, noon in Taipei. */
const NOON = Date.UTC(2026, 10, 23, 4);
const check = openFileChecker();
const routing = [{ op: 10, work_center: 'CM-01', setup_min: 60, run_min_per_pc: 6 }];

interface Given {
  readonly orders?: readonly JsonObject[];
  readonly lines?: readonly JsonObject[];
  readonly supersedes?: string;
}

async function register(
  given: Given,
  ordered: readonly (readonly [string, number])[],
  due = '2026-12-10',
): Promise<JsonObject> {
  const store = openMemoryStore();
  for (const product of ['P1', 'P2'])
    await store.putRecord({ register: 'products', id: product, value: { id: product, routing } });
  for (const order of given.orders ?? [])
    await store.putRecord({ register: 'orders', id: String(order['id']), value: order });
  for (const line of given.lines ?? [])
    await store.putRecord({ register: 'plan-lines', id: String(line['id']), value: line });
  await store.commit(
    startCommit(sampleInstance({ id: 'old', number: 'ORV-2611-003', data: { registered: { revision: 2 } } })),
  );
  await store.commit(
    startCommit(sampleInstance({ id: 'new', number: 'ORV-2611-009', supersedes: given.supersedes ?? null })),
  );
  const clock = openManualClock(NOON);
  const effect = openQueryEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
  const call = { key: 'k', attempt: 1, instance: 'new', askedAt: NOON, signal: new AbortController().signal };
  const lines = ordered.map(([product, qty], index) => ({ line_no: index + 1, product, qty }));
  const answer = await effect.run(
    { query: 'order-register', with: { case: 'new', number: 'ORV-2611-009', customer: 'C-01', lines, due } },
    call,
  );
  expect(check(QUERIES.get('order-register')?.output ?? {}, answer)).to.deep.equal([]);
  return answer as JsonObject;
}

describe('an approved review in the register of orders', () => {
  it('[OR1] each line is an order of its own, numbered after the review, with the hours of its routing', async () => {
    const found = await register({}, [
      ['P1', 20],
      ['P2', 5],
    ]);
    expect(found).to.deep.equal({
      superseded: null,
      revision: 1,
      rows: [
        { id: 'SO-2611-009', product: 'P1', qty: 20, hours: 3 },
        { id: 'SO-2611-009-2', product: 'P2', qty: 5, hours: 1.5 },
      ],
      gone: [],
      plan_changes: [],
    });
  });

  it('[OR1] a number that another order has is left alone, an order that stands for the review is kept', async () => {
    const taken = await register({ orders: [{ id: 'SO-2611-009', product: 'P1', qty: 8 }] }, [['P1', 20]]);
    const kept = await register({ orders: [{ id: 'SO-7', product: 'P1', qty: 8, review: 'ORV-2611-009' }] }, [
      ['P1', 20],
    ]);
    expect([taken, kept].map(({ rows }) => (rows as readonly JsonObject[])[0]?.['id'])).to.deep.equal([
      'SO-2611-009-2',
      'SO-7',
    ]);
  });

  const before: Given = {
    supersedes: 'old',
    orders: [
      { id: 'SO-3', product: 'P1', qty: 100, review: 'ORV-2611-003' },
      { id: 'SO-3-2', product: 'P2', qty: 10, review: 'ORV-2611-003' },
    ],
    lines: [
      { id: 'L1', order: 'SO-3', date: '2026-11-24', qty: 50 },
      { id: 'L2', order: 'SO-3', date: '2026-12-14', qty: 50 },
      { id: 'L3', order: 'SO-3-2', date: '2026-11-25', qty: 10 },
      { id: 'L4', order: 'SO-3', date: '2026-11-20', qty: 50 },
      { id: 'L5', order: 'SO-3', date: '2026-11-24', qty: 50, status: 'cancelled' },
      { id: 'L6', order: 'SO-8', date: '2026-11-24', qty: 50 },
    ],
  };

  it('[OR2] a changed order stays the same order: its planned lines get their share and stay before the promised day', async () => {
    const found = await register(before, [
      ['P1', 60],
      ['P2', 10],
    ]);
    expect(found).to.include({ revision: 3 });
    expect(found['superseded']).to.deep.equal({ number: 'ORV-2611-003' });
    expect((found['rows'] as readonly JsonObject[]).map(({ id }) => id)).to.deep.equal(['SO-3', 'SO-3-2']);
    expect(found['plan_changes']).to.deep.equal([
      { plan_line: 'L1', field: 'qty', old: 50, new: 30 },
      { plan_line: 'L2', field: 'qty', old: 50, new: 30 },
      { plan_line: 'L2', field: 'date', new_date: '2026-12-10' },
    ]);
  });

  it('[OR2] what is not ordered any more is cancelled, and a change that touches no line asks for nothing', async () => {
    const fewer = await register(before, [['P1', 100]], '2026-12-31');
    expect([fewer['gone'], fewer['plan_changes']]).to.deep.equal([['SO-3-2'], [{ plan_line: 'L3', field: 'cancel' }]]);
    const same = await register(
      before,
      [
        ['P1', 100],
        ['P2', 10],
      ],
      '2026-12-31',
    );
    expect([same['gone'], same['plan_changes']]).to.deep.equal([[], []]);
  });
});
