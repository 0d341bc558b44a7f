import { expect } from 'chai';
import type { JsonObject } from '../../../../engine/model/json.ts';
import type { CalendarFile } from '../../../../engine/model/person.ts';
import { compileCalendar } from '../../../../engine/workflow/calendar/compile-calendar.ts';
import { readFileSync } from 'node:fs';
import { completeDay } from '../../../../server/effects/planning/complete-day.ts';
import { dayTimes, hoursLater, shiftBegin } from '../../../../server/effects/planning/day-times.ts';
import { draftDay } from '../../../../server/effects/planning/draft-day.ts';
import { kitsOn } from '../../../../server/effects/planning/kit-status.ts';
import { mergeReadiness } from '../../../../server/effects/planning/merge-readiness.ts';
import { openOperations, standardHours } from '../../../../server/effects/planning/operation.ts';
import { limitHours, shiftLoads } from '../../../../server/effects/planning/shift-load.ts';

const DAY = '2026-11-25';
const TODAY = '2026-11-23';
/** 460 net minutes at 85 %: 391 minutes, 6.52 hours. */
const LIMITS = { netMin: 460, efficiency: 0.85 };
const STARTS = { DAY: '08:00', EVE: '17:00' };
const ZONE = 'Asia/Taipei';
const FLOOR = compileCalendar(
  (JSON.parse(readFileSync('server/plant/calendars.json', 'utf8')) as readonly CalendarFile[]).find(
    ({ id }) => id === 'floor-2shift',
  ) as CalendarFile,
);

const PRODUCTS: readonly JsonObject[] = [
  {
    id: 'SHAFT',
    bom: [
      { item: 'BAR', qty: 0.25 },
      { item: 'SV-ZN', qty: 1 },
    ],
    routing: [
      { op: 10, work_center: 'CT-01', setup_min: 40, run_min_per_pc: 3.2 },
      { op: 20, work_center: 'GR-01', setup_min: 45, run_min_per_pc: 2.6 },
      { op: 30, work_center: 'SUB-ZN', setup_min: 0, run_min_per_pc: 0 },
      { op: 40, work_center: 'PK-01', setup_min: 5, run_min_per_pc: 0.4 },
    ],
  },
];
const CENTERS: readonly JsonObject[] = [{ id: 'CT-01' }, { id: 'GR-01' }, { id: 'PK-01' }];
const order = (id: string, qty: number, over: JsonObject = {}): JsonObject => ({ id, product: 'SHAFT', qty, ...over });
const rows = (orders: readonly JsonObject[], workOrders: readonly JsonObject[] = []) => ({
  orders,
  workOrders,
  products: PRODUCTS,
  workCenters: CENTERS,
});

describe('a day is planned', () => {
  it('[PN3] standard hours are set-up and running time, and a load is their sum over what may be planned', () => {
    // 40/60 + 90 × 3.2/60 = 0.667 + 4.8 = 5.467
    expect(standardHours({ setup_min: 40, run_min: 3.2 }, 90)).to.equal(5.5);
    // 460/60 × 0.85 = 6.5167
    expect(limitHours(LIMITS)).to.equal(6.52);
    const line = (shift: string, std_h: number) => ({ work_center: 'CT-01', shift, std_h });
    expect(shiftLoads([line('DAY', 5.5), line('DAY', 2), line('EVE', 6.5)], LIMITS)).to.deep.equal([
      { work_center: 'CT-01', shift: 'DAY', hours: 7.5, limit_h: 6.52, pct: 115 },
      { work_center: 'CT-01', shift: 'EVE', hours: 6.5, limit_h: 6.52, pct: 100 },
    ]);
  });

  it('[PN1] first comes what stands, then what was left undone, then the backlog by priority', () => {
    // given
    const operations = openOperations(rows([order('B', 40, { priority: 2 }), order('A', 30, { priority: 1 })]));
    const lines: readonly JsonObject[] = [
      { id: 'L1', order: 'B', op: 10, date: DAY, shift: 'DAY', work_center: 'CT-01', qty: 20, hours: 1.7, seq: 1 },
      { id: 'L2', order: 'B', op: 10, date: '2026-11-20', shift: 'DAY', work_center: 'CT-01', qty: 20, done_qty: 12 },
      { id: 'L3', order: 'A', op: 10, date: DAY, shift: 'DAY', work_center: 'CT-01', qty: 99, status: 'cancelled' },
    ];
    // when
    const draft = draftDay({ day: DAY, today: TODAY, lines, operations, shifts: ['DAY', 'EVE'], limits: LIMITS });
    // then: 8 pieces of B were left undone; A is more urgent than the rest of B
    expect(
      draft
        .filter(({ op }) => op === 10)
        .map(({ id, order: of, qty, seq, carry_over }) => [id, of, qty, seq, carry_over]),
    ).to.deep.equal([
      ['L1', 'B', 20, 1, false],
      [null, 'B', 8, 2, true],
      [null, 'A', 30, 3, false],
      [null, 'B', 12, 4, false],
    ]);
  });

  it('[PN1] a shift is filled up to what may be planned, and what is left goes into the next', () => {
    const operations = openOperations(rows([order('A', 300)]));
    const draft = draftDay({ day: DAY, today: TODAY, lines: [], operations, shifts: ['DAY', 'EVE'], limits: LIMITS });
    // (6.52 × 60 − 40) / 3.2 = 109.75
    expect(draft.filter(({ op }) => op === 10).map(({ shift, qty, std_h }) => [shift, qty, std_h])).to.deep.equal([
      ['DAY', 109, 6.5],
      ['EVE', 109, 6.5],
    ]);
  });

  it('[PN2] an operation gets no more pieces than the one before hands over, and none behind a step outside', () => {
    const operations = openOperations(rows([order('A', 300)]));
    const done: JsonObject = { id: 'L', order: 'A', op: 10, date: '2026-11-24', work_center: 'CT-01', qty: 50 };
    const draft = draftDay({
      day: DAY,
      today: TODAY,
      lines: [done],
      operations,
      shifts: ['DAY'],
      limits: { netMin: 210, efficiency: 1 },
    });
    // 210 min: 53 pieces more at CT-01; GR-01 could make 63, but 50 come before that day
    expect(draft.map(({ op, qty }) => [op, qty])).to.deep.equal([
      [10, 53],
      [20, 50],
    ]);
  });

  it('[PN2] pieces that a later operation is planned for are through, and an order that has not begun waits', () => {
    const operations = openOperations(rows([order('A', 90), order('B', 90, { start: '2026-11-26' })]));
    const lines = [{ id: 'L', order: 'A', op: 20, date: '2026-11-24', work_center: 'GR-01', qty: 80 }];
    const draft = draftDay({ day: DAY, today: TODAY, lines, operations, shifts: ['DAY'], limits: LIMITS });
    expect(draft.map(({ order: of, op, qty }) => [of, op, qty])).to.deep.equal([['A', 10, 10]]);
  });

  it('[PN4] material goes by priority; what arrives by that day counts, what comes later says when', () => {
    // given: 46 m, and 160 m more on the 2nd; A needs 90 × 0.25 = 22.5 m, B 75 m
    const orders = [order('B', 300, { priority: 5 }), order('A', 150, { priority: 4 }), order('C', 4, { priority: 6 })];
    const workOrders = [{ id: 'WO-A', order: 'A', good_qty: 60 }];
    const purchases = [
      { id: 'PO-1', material: 'BAR', qty: 200, received_qty: 40, eta: '2026-12-02', status: 'partly' },
      { id: 'PO-2', material: 'BAR', qty: 500, eta: '2026-11-24', status: 'cancelled' },
    ];
    const stock = [{ id: 'BAR', qty: 46 }];
    const kits = (day: string) =>
      Object.fromEntries(
        kitsOn(day, { ...rows(orders, workOrders), services: new Set(['SV-ZN']) }, { stock, purchases }),
      );
    // when, then
    expect(kits(DAY)).to.deep.equal({
      A: { status: 'complete', possible: 90, short: [] },
      B: { status: 'partial', possible: 94, short: [{ item: 'BAR', short: 51.5, eta: '2026-12-02' }] },
      C: { status: 'missing', possible: 0, short: [{ item: 'BAR', short: 1, eta: '2026-12-02' }] },
    });
    expect(kits('2026-12-02')['B']).to.deep.equal({ status: 'complete', possible: 300, short: [] });
  });

  it('[PN5] lines get number, hours, times, kit and the revision they stand at; what was left out is dropped', () => {
    // given
    const standing: readonly JsonObject[] = [
      { id: 'DP-20261125-01', date: DAY, order: 'A', op: 10, qty: 90, rev: 3 },
      { id: 'DP-20261125-02', date: DAY, order: 'A', op: 20, qty: 10, rev: 1 },
    ];
    const asked: readonly JsonObject[] = [
      { order: 'A', op: 20, work_center: 'GR-01', shift: 'EVE', seq: 1, qty: 30, std_h: 99 },
      { id: 'DP-20261125-01', order: 'A', op: 10, work_center: 'CT-01', shift: 'DAY', seq: 1, qty: 90 },
    ];
    // when
    const day = completeDay(asked, {
      ...rows([order('A', 150)]),
      stock: [{ id: 'BAR', qty: 46 }],
      purchases: [],
      day: DAY,
      plan: 'DP-20261125',
      standing,
      limits: LIMITS,
      beginOf: (shift) => shiftBegin(DAY, shift, { zone: ZONE, starts: STARTS }),
      later: (moment, hours) => hoursLater(FLOOR, moment, hours),
    });
    // then: 5.5 h / 0.85 = 6 h 28 min from 08:00 with an hour's break: 15:28; 30 × 2.6 + 45 min = 2.05 h
    expect(
      day.lines.map((line) => [
        line['id'],
        line['work_order'],
        line['std_h'],
        line['start'],
        line['finish'],
        line['kit'],
        line['rev'],
      ]),
    ).to.deep.equal([
      ['DP-20261125-01', 'WO-A', 5.5, '2026-11-25T00:00:00.000Z', '2026-11-25T07:28:14.118Z', 'complete', 3],
      ['DP-20261125-03', 'WO-A', 2.1, '2026-11-25T09:00:00.000Z', '2026-11-25T11:28:14.118Z', 'complete', 0],
    ]);
    expect(day.dropped).to.deep.equal([{ id: 'DP-20261125-02', rev: 1 }]);
    expect(day.workOrders).to.deep.equal([{ id: 'WO-A', order: 'A', product: 'SHAFT', qty: 150 }]);
  });

  it('[PN7] each step has its moment on T; the kit is checked on T+1, and the plan ends with T+2', () => {
    const settings = {
      frozen_days: 2,
      adjust_by: '14:30',
      readiness_by: '15:30',
      issue_by: '16:00',
      kit_check_at: '15:00',
    };
    const times = (day: string) => dayTimes(day, { calendar: FLOOR, zone: ZONE }, settings);
    // over a weekend: Monday is planned on Thursday
    expect(times('2026-11-30')).to.deep.equal({
      today: '2026-11-26',
      window: ['2026-11-26', '2026-11-27', '2026-11-30'],
      adjust_at: '2026-11-26T06:30:00.000Z',
      readiness_at: '2026-11-26T07:30:00.000Z',
      issue_at: '2026-11-26T08:00:00.000Z',
      kit_check_at: '2026-11-27T07:00:00.000Z',
      ends_at: '2026-12-01T00:00:00.000Z',
    });
    // the worked example: T+2 from Wednesday 23 December is Monday 28, the 25th being a holiday
    expect(times('2026-12-28')?.window).to.deep.equal(['2026-12-23', '2026-12-24', '2026-12-28']);
    expect(times('2026-12-25')).to.equal(undefined);
  });
});

describe('readiness of a day', () => {
  const line = (id: string, over: JsonObject = {}): JsonObject => ({
    id,
    order: 'A',
    op: 10,
    work_center: 'CT-01',
    shift: 'DAY',
    qty: 90,
    work_order: 'WO-A',
    start: '2026-11-25T00:00:00.000Z',
    short_item: 'BAR',
    ...over,
  });
  const all = (kind: string, colour: string, over: JsonObject = {}) => [{ id: 'L1', [kind]: colour, ...over }];
  const green = {
    man: all('man', 'green'),
    machine: all('machine', 'green', { environment: 'green' }),
    material: all('material', 'green'),
    method: all('method', 'green'),
    measure: all('measure', 'green'),
  };

  it('[PN6] a line is as ready as its worst answer, and what nobody answered is amber', () => {
    const ready = (answers: JsonObject) =>
      mergeReadiness([line('L1')], { asked: [line('L1')], answers: answers as never, started: [] });
    expect(ready(green).lines[0]).to.include({ readiness: 'green', environment: 'green', note: null });
    const { material: _none, ...late } = green;
    expect(ready(late)).to.deep.include({ missing: ['material'], reds: [], to_start: [] });
    expect(ready(late).lines[0]).to.include({ readiness: 'amber', material: 'amber' });
    expect(ready({ ...green, method: all('method', 'red', { note: 'No programme' }) }).lines[0]).to.include({
      readiness: 'red',
      note: 'No programme',
    });
  });

  it('[PN6] a red answer on material, people or a machine is reported once, with what the report asks for', () => {
    // given
    const answers = {
      ...green,
      material: all('material', 'red', { short_qty: 51.5, note: 'Bar comes on the 2nd' }),
      machine: all('machine', 'red', { environment: 'red' }),
      man: all('man', 'red', { skill: 'cnc_turning' }),
    };
    // when
    const first = mergeReadiness([line('L1')], { asked: [line('L1')], answers, started: [] });
    const again = mergeReadiness([line('L1')], { asked: [line('L1')], answers, started: first.started });
    // then
    const report = { work_orders: ['WO-A'], needed_by: '2026-11-25T00:00:00.000Z', line_stopped: false };
    expect(first.to_start).to.deep.equal([
      { key: 'L1/man', answers: { cause: 'labour_shortage', skill: 'cnc_turning', ...report, needed_qty: 90 } },
      { key: 'L1/machine', answers: { cause: 'key_equipment_failure', equipment: 'CT-01', ...report, needed_qty: 90 } },
      {
        key: 'L1/material',
        answers: {
          cause: 'supply_interruption',
          item: 'BAR',
          ...report,
          needed_qty: 51.5,
          note: 'Bar comes on the 2nd',
        },
      },
    ]);
    expect(first.reds.map(({ kind }) => kind)).to.deep.equal(['man', 'machine', 'material', 'environment']);
    expect(again.to_start).to.deep.equal([]);
  });

  it('[PN6] an answer counts as long as its line is what was asked about', () => {
    const answers = { ...green, material: all('material', 'red'), man: all('man', 'red') };
    const colours = (now: JsonObject) => {
      const [merged] = mergeReadiness([now], { asked: [line('L1')], answers, started: [] }).lines;
      return [merged?.['man'], merged?.['material'], merged?.['method']];
    };
    expect(colours(line('L1', { seq: 4, person: 'U07' }))).to.deep.equal(['red', 'red', 'green']);
    expect(colours(line('L1', { qty: 60 }))).to.deep.equal(['red', 'amber', 'green']);
    expect(colours(line('L1', { shift: 'EVE' }))).to.deep.equal(['amber', 'amber', 'amber']);
    expect(colours(line('L2'))).to.deep.equal(['amber', 'amber', 'amber']);
  });
});
