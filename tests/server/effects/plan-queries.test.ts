import { expect } from 'chai';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { QUERIES } from '../../../server/effects/queries/query-registry.ts';
import { openQueryEffect } from '../../../server/effects/query.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

/** Monday 23 November 2026, noon in Taipei. */
const NOON = Date.UTC(2026, 10, 23, 4);
const ROWS: { readonly [register: string]: readonly (JsonObject & { readonly id: string })[] } = {
  plans: [
    { id: 'D04', kind: 'day' },
    { id: 'D02', kind: 'month', status: 'superseded' },
    { id: 'D03', kind: 'month', totals: {} },
  ],
  'plan-lines': [
    {
      id: 'L1',
      plan: 'D04',
      order: 'SO1',
      work_center: 'LC-01',
      op: 10,
      date: '2026-11-25',
      qty: 9,
      hours: 2.5,
      person: 'U05',
    },
    { id: 'L2', plan: 'D04', order: 'SO2', work_center: 'LC-01', date: '2026-11-30', qty: 9, hours: 3, person: 'U06' },
    { id: 'L3', plan: 'D04', order: 'SO2', work_center: 'PB-01', date: '2026-12-30', qty: 9, hours: 8 },
  ],
  'work-centers': [
    { id: 'LC-01', workshop: 'WS-2' },
    { id: 'PB-01', workshop: 'WS-2' },
  ],
  orders: [
    { id: 'SO1', product: 'P1', due: '2026-11-26', hours_left: 8.5, sales_rep: 'U08', penalty: true },
    { id: 'SO2', due: '2027-01-15', hours_left: 100, sales_rep: 'U08' },
    { id: 'SO3', due: '2026-11-24', status: 'done' },
  ],
  products: [{ id: 'P1', routing: [{ op: 10, work_center: 'LC-01', setup_min: 30, run_min_per_pc: 6 }] }],
  'work-orders': [
    { id: 'WO1', order: 'SO1', good_qty: 0 },
    { id: 'WO3', order: 'SO3', good_qty: 0 },
  ],
  stock: [{ id: 'RM-1', qty: 46, location: 'B-2' }],
  'purchase-orders': [
    { id: 'PO-1', material: 'RM-1', qty: 160, eta: '2026-11-26', status: 'open' },
    { id: 'PO-2', material: 'RM-1', qty: 900, eta: '2026-11-24', status: 'cancelled' },
  ],
  lots: [
    { id: 'L-7', product: 'RM-1', qty: 5, status: 'released', location: 'B-3' },
    { id: 'L-8', product: 'RM-1', qty: 5, status: 'released', holds: ['NCR-1'] },
  ],
};
const check = openFileChecker();

async function ask(query: string, given: JsonObject): Promise<Json> {
  const store = openMemoryStore();
  for (const [register, values] of Object.entries(ROWS))
    for (const value of values) await store.putRecord({ register, id: value.id, value });
  const clock = openManualClock(NOON);
  const effect = openQueryEffect({ store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) });
  try {
    const call = { key: 'k', attempt: 1, instance: 'c', askedAt: NOON, signal: new AbortController().signal };
    const answer = await effect.run({ query, with: given }, call);
    expect(check(QUERIES.get(query)?.output ?? {}, answer)).to.deep.equal([]);
    return answer;
  } catch (error) {
    if (error instanceof EffectFailure) return error.code;
    throw error;
  }
}

describe('queries on plans', () => {
  const impact = async (...lines: readonly JsonObject[]) => (await ask('plan-change-impact', { lines })) as JsonObject;

  it('[QY5] a change says its zone, the orders that it breaks, and whose workshops it touches', async () => {
    const moved = await impact(
      { plan_line: 'L1', field: 'date', new_date: '2026-12-01' },
      { plan_line: 'L2', field: 'qty', old: 9, new: 4 },
    );
    const { changes: _changes, writes: _writes, ...said } = moved;
    expect(said).to.deep.equal({
      zone: 'frozen',
      orders_affected: ['SO1', 'SO2'],
      orders_broken: ['SO1'],
      penalty: true,
      extra_cost_eur: null,
      setup_hours_added: null,
      moves_month: true,
      workshops: [{ id: 'WS-2', people: ['U05', 'U06'] }],
      plans: ['D04'],
      people: ['U05', 'U06', 'U08'],
    });
  });

  it('[QY5] the zone is that of the earliest day, before or after the change', async () => {
    const zone = async (line: JsonObject) => (await impact(line))['zone'];
    expect([
      await zone({ plan_line: 'L2', field: 'qty', new: 4 }),
      await zone({ plan_line: 'L3', field: 'qty', new: 4 }),
      await zone({ plan_line: 'L3', field: 'date', new_date: '2026-11-24' }),
    ]).to.deep.equal(['slushy', 'liquid', 'frozen']);
    expect(await ask('plan-change-impact', { lines: [{ plan_line: 'L9', field: 'qty', new: 4 }] })).to.equal(
      'record.not_found',
    );
  });

  it('[QY8] a line is written with all its changes over what stands there now, its hours with its quantity', async () => {
    const { changes, writes } = await impact(
      { plan_line: 'L1', field: 'qty', old: 100, new: 4 },
      { plan_line: 'L1', field: 'date', new_date: '2026-11-26' },
      { plan_line: 'L2', field: 'cancel' },
    );
    expect(writes).to.deep.equal([
      {
        id: 'L1',
        create: false,
        before: { qty: 9, date: '2026-11-25', hours: 2.5 },
        after: { qty: 4, date: '2026-11-26', hours: 0.9 },
      },
      { id: 'L2', create: false, before: { status: null }, after: { status: 'cancelled' } },
    ]);
    expect(changes).to.deep.equal([
      { plan_line: 'L1', order: 'SO1', work_center: 'LC-01', field: 'qty', old: '9', new: '4' },
      { plan_line: 'L1', order: 'SO1', work_center: 'LC-01', field: 'date', old: '2026-11-25', new: '2026-11-26' },
      { plan_line: 'L2', order: 'SO2', work_center: 'LC-01', field: 'cancel', old: '9', new: '0' },
    ]);
  });

  it('[QY8] a line that is added is numbered by the change, joins the plan of its day, and breaks an order that is due before', async () => {
    const line = { order: 'SO1', work_center: 'LC-01', op: 10, date: '2026-11-30', shift: 'DAY', qty: 5 };
    const added = (await ask('plan-change-impact', { new_lines: [line], number: 'PCN-2611-004' })) as JsonObject;
    expect(added['writes']).to.deep.equal([
      { id: 'PCN-2611-004-1', create: true, before: {}, after: { plan: 'D04', ...line, hours: 1 } },
    ]);
    expect([added['zone'], added['orders_broken'], added['moves_month']]).to.deep.equal(['slushy', ['SO1'], true]);
  });

  it('[QY8] cancelling lines is one kind of change, whatever field was named; a shift moves no month', async () => {
    const cancelled = (await ask('plan-change-impact', {
      change_type: 'cancel_line',
      lines: [{ plan_line: 'L2', field: 'qty', old: 9, new: 4 }],
    })) as JsonObject;
    expect(cancelled['writes']).to.deep.equal([
      { id: 'L2', create: false, before: { status: null }, after: { status: 'cancelled' } },
    ]);
    expect((await impact({ plan_line: 'L2', field: 'shift', new_shift: 'EVE' }))['moves_month']).to.equal(false);
  });

  it('[QY6] the totals of the month are those of the day plans as they stand, over the revision that was read', async () => {
    expect(await ask('month-plan', {})).to.deep.equal({
      id: 'D03',
      rev: 1,
      totals: { '2026-11': 5.5, '2026-12': 8 },
    });
  });

  it('[QY9] the slack of a shortage waits for what is on order, as far as it covers the need', async () => {
    // when: 46 are booked, 160 come on Thursday
    const report = { item: 'RM-1', work_orders: ['WO1'], needed_by: '2026-11-24T01:00:00Z' };
    const facts = async (qty: number): Promise<JsonObject> =>
      (await ask('shortage-facts', { report: { ...report, needed_qty: qty } })) as JsonObject;
    const [covered, waiting, never] = [await facts(40), await facts(75), await facts(500)];

    // then: the order is due at five on that Thursday: eight working hours, less what is left to do at the plant's rates
    expect(covered['min_slack_h']).to.equal(never['min_slack_h']);
    expect(waiting['min_slack_h']).to.equal(-2.4);
  });

  it('[QY7] a shortage says how long the line has, the least slack, and where the item lies', async () => {
    // when
    const report = { item: 'RM-1', work_orders: ['WO1', 'WO3', 'WO9'], needed_by: '2026-11-24T01:00:00Z' };
    const facts = (await ask('shortage-facts', { report })) as JsonObject;
    const stopped = (await ask('shortage-facts', {
      report: { ...report, line_stopped: true },
      repair_eta: '2026-11-26T15:00:00Z',
    })) as JsonObject;

    // then: today 13–17, 17–20:30, 21–01:30, tomorrow 8–9; to the end of Thursday three days more
    expect(facts).to.deep.equal({
      ttls_h: 13,
      order_lost: false,
      min_slack_h: facts['min_slack_h'] ?? null,
      value_at_risk_eur: 0,
      need_in_wd: 1,
      stock_qty: 46,
      locations: [
        { location: 'B-2', lot: null, qty: 46 },
        { location: 'B-3', lot: 'L-7', qty: 5 },
      ],
      orders_at_risk: ['SO1'],
      sales_reps: ['U08'],
      next_review: '2026-11-24T01:00:00.000Z',
      next_issue: '2026-11-23T08:00:00.000Z',
      next_month_issue: '2026-11-25T01:00:00.000Z',
      recurring: false,
      lost_h: null,
    });
    expect(facts['min_slack_h']).to.be.within(40, 50);
    expect([stopped['ttls_h'], Number(stopped['min_slack_h']) < 0, stopped['order_lost']]).to.deep.equal([
      0,
      true,
      false,
    ]);
  });
});
