import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../../engine/model/json.ts';
import type { CalendarFile } from '../../../../engine/model/person.ts';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { completeMonth } from '../../../../server/effects/planning/complete-month.ts';
import { levelMonth } from '../../../../server/effects/planning/level-month.ts';
import { materialRisks, materialStatusOf } from '../../../../server/effects/planning/material-risks.ts';
import { netRequirements, type Requirement } from '../../../../server/effects/planning/net-requirements.ts';
import { monthLater, weekOf, weeksOfMonth } from '../../../../server/effects/planning/plan-weeks.ts';
import { capacityHours, hoursByCenter, weekLoads } from '../../../../server/effects/planning/week-load.ts';

const FLOOR = compileCalendar(
  (JSON.parse(readFileSync('server/plant/calendars.json', 'utf8')) as readonly CalendarFile[]).find(
    ({ id }) => id === 'floor-2shift',
  ) as CalendarFile,
);
const WEEKS = weeksOfMonth('2026-12', FLOOR);
/** 920 net minutes a day at 85 %: 13.03 h a day. */
const LIMITS = { weeks: WEEKS, netDayH: 920 / 60, efficiency: 0.85, available: new Map<string, number>() };
const BLOCK: JsonObject = {
  id: 'BLOCK',
  bom: [
    { item: 'BAR', qty: 2 },
    { item: 'SV-ZN', qty: 1 },
  ],
  routing: [
    { op: 10, work_center: 'CM-01', setup_min: 60, run_min_per_pc: 9.5 },
    { op: 20, work_center: 'SUB-ZN', setup_min: 0, run_min_per_pc: 0 },
    { op: 30, work_center: 'PK-01', setup_min: 5, run_min_per_pc: 0.6 },
  ],
};
const INSIDE = new Set(['CM-01', 'PK-01']);

describe('a month is planned', () => {
  it('[PN8] weeks are seven days of the month each, counted in working days', () => {
    // December 2026 begins on a Tuesday; the 25th is a holiday
    expect(WEEKS.map(({ week, last, working_days }) => [week, last, working_days])).to.deep.equal([
      [1, '2026-12-07', 5],
      [2, '2026-12-14', 5],
      [3, '2026-12-21', 5],
      [4, '2026-12-28', 4],
      [5, '2026-12-31', 3],
    ]);
    expect([weekOf('2026-12-07'), weekOf('2026-12-08'), weekOf('2026-12-31')]).to.deep.equal([1, 2, 5]);
    expect([monthLater('2026-11', 1), monthLater('2026-11', 2), monthLater('2026-12', 12)]).to.deep.equal([
      '2026-12',
      '2027-01',
      '2027-12',
    ]);
  });

  it('[PN9] what must be made is demand and safety stock less stock and what is being made', () => {
    // given: 100 in stock, 30 of them to keep; A has 22 made and none stored
    const rows = {
      orders: [
        { id: 'B', product: 'BLOCK', qty: 150, due: '2026-12-20', priority: 1 },
        { id: 'A', product: 'BLOCK', qty: 80, due: '2026-12-09', priority: 2, good_in_stock: 0 },
        { id: 'C', product: 'BLOCK', qty: 80, due: '2027-02-09', priority: 2 },
        { id: 'D', product: 'BLOCK', qty: 80, due: '2026-12-09', status: 'done' },
      ],
      products: [{ ...BLOCK, safety_stock: 30 }],
      workOrders: [{ id: 'WO-A', order: 'A', good_qty: 22 }],
      stock: [{ id: 'BLOCK', qty: 100 }],
    };
    // when
    const lines = netRequirements(['2026-12', '2027-01'], rows);
    // then: A needs 80 + 30 − 22 = 88 of the stock and nothing new; B gets the 12 that are left
    expect(
      lines.map(({ order_no, stock, wip, safety, net_qty }) => [order_no, stock, wip, safety, net_qty]),
    ).to.deep.equal([
      ['A', 88, 22, 30, 0],
      ['B', 12, 0, 0, 138],
    ]);
  });

  it('[PN3] a week is as full as the hours of its work over net time and efficiency', () => {
    // 60 min + 80 × 9.5 min = 13.67 h; 5 min + 80 × 0.6 min = 0.88 h
    const hours = hoursByCenter(BLOCK, 80, INSIDE);
    expect([...hours].map(([center, own]) => [center, Math.round(own * 100) / 100])).to.deep.equal([
      ['CM-01', 13.67],
      ['PK-01', 0.88],
    ]);
    // 5 days × 15.33 h × 0.85 = 65.17 h
    expect(capacityHours({ month: '2026-12', week: 1, center: 'CM-01' }, LIMITS)).to.equal(65.17);
    const line = { month: '2026-12', week: 1, hours: new Map([['CM-01', 65.17]]) };
    expect(weekLoads([line], LIMITS)).to.deep.equal([
      { month: '2026-12', week: 1, work_center: 'CM-01', hours: 65.2, capacity_h: 65.17, pct: 100, bar: '██████████' },
    ]);
    // a work centre that has half of its hours is twice as full
    const half = { ...LIMITS, available: new Map([['2026-12/CM-01', 0.5]]) };
    expect(weekLoads([line], half)[0]).to.include({ capacity_h: 32.58, pct: 200 });
  });

  it('[PN10] work goes into the week of its committed date, else earlier, else later, else it overloads its own', () => {
    const need = (order_no: string, committed_date: string): Requirement => ({
      product: 'BLOCK',
      order_no,
      month: '2026-12',
      demand_qty: 1,
      stock: 0,
      wip: 0,
      safety: 0,
      net_qty: 1,
      committed_date,
    });
    const levelled = levelMonth(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => need(name, '2026-12-09')),
      LIMITS,
      () => new Map([['CM-01', 50]]),
    );
    // weeks 4 and 5 have 52 and 39 hours
    expect(levelled.map(({ order_no, week, finish }) => [order_no, week, finish])).to.deep.equal([
      ['A', 2, '2026-12-09'],
      ['B', 1, '2026-12-07'],
      ['C', 3, '2026-12-21'],
      ['D', 4, '2026-12-28'],
      ['E', 2, '2026-12-09'],
      ['F', 2, '2026-12-09'],
    ]);
  });

  it('[PN11] material that stock does not cover is a risk, and says what is missing when all on order has come', () => {
    const rows = {
      products: [BLOCK],
      stock: [{ id: 'BAR', qty: 100 }],
      purchases: [
        { id: 'PO-1', material: 'BAR', qty: 60, received_qty: 10, eta: '2026-12-02', status: 'partly' },
        { id: 'PO-2', material: 'BAR', qty: 500, eta: '2026-12-03', status: 'cancelled' },
      ],
    };
    const risks = (planned_qty: number) => materialRisks([{ product: 'BLOCK', planned_qty }], rows);
    expect(risks(50)).to.deep.equal([]);
    expect(risks(80)).to.deep.equal([
      { item: 'BAR', need: 160, stock: 100, on_order: 50, short: 10, eta: '2026-12-02' },
    ]);
    expect([risks(50), risks(70), risks(80)].map((found) => materialStatusOf(BLOCK, found))).to.deep.equal([
      'in_stock',
      'expected',
      'not_available',
    ]);
    expect(materialStatusOf({ id: 'X' }, [])).to.equal('no_recipe');
  });

  it('[PN12] a completed month says what is late, what is too full, and what changed', () => {
    // given
    const line = (over: JsonObject): JsonObject => ({
      product: 'BLOCK',
      order_no: 'A',
      month: '2026-12',
      demand_qty: 80,
      stock: 0,
      wip: 0,
      safety: 0,
      planned_qty: 80,
      week: 1,
      finish: '2026-12-07',
      committed_date: '2026-12-09',
      ...over,
    });
    const before = [line({ id: 'MRP-2612-001' }), line({ id: 'MRP-2612-002', order_no: 'B', planned_qty: 20 })];
    const asked = [
      line({ id: 'MRP-2612-001', week: 2, finish: '2026-12-14', net_qty: 999 }),
      line({ order_no: null, committed_date: null, planned_qty: 400, week: 2, finish: '2026-12-14' }),
    ];
    // when
    const month = completeMonth(asked, {
      products: [BLOCK],
      stock: [{ id: 'BAR', qty: 5000 }],
      purchases: [],
      plan: 'MRP-2612',
      inside: INSIDE,
      limits: LIMITS,
      before,
      protectedUntil: '2026-12-07',
    });
    // then: 13.67 + 64.33 = 78 h of 65.17
    expect(month.lines.map(({ id, net_qty, late, fullest }) => [id, net_qty, late, fullest])).to.deep.equal([
      ['MRP-2612-001', 80, true, 'CM-01 120 %'],
      ['MRP-2612-003', 80, false, 'CM-01 120 %'],
    ]);
    expect(month.over.map(({ work_center, pct }) => [work_center, pct])).to.deep.equal([['CM-01', 120]]);
    expect(month.late.map(({ id }) => id)).to.deep.equal(['MRP-2612-001']);
    expect(month.changes.map(({ line: id, field, old, new: now }) => [id, field, old, now])).to.deep.equal([
      ['MRP-2612-001', 'week', 1, 2],
      ['MRP-2612-001', 'finish', '2026-12-07', '2026-12-14'],
      ['MRP-2612-003', 'line', null, 400],
      ['MRP-2612-002', 'line', 20, null],
    ]);
    // 100 were planned, 20 of them are gone
    expect(month.stability_pct).to.equal(80);
    // 14.6 and 68.4 h, as the lines show them
    expect(month.totals).to.deep.equal({ '2026-12': 83 });
  });
});
