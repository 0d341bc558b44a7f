import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Instance } from '../../../engine/model/instance.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import { BOARD_REGISTERS, type BoardRegister } from '../../../server/make/board-rows.ts';
import { type MakeBoard, openMakeBoard } from '../../../server/make/make-board.ts';
import { readCase } from '../../../server/make/read-case.ts';
import { at, demoRow, floorAt, LIMITS, openDemoBoard, rowsAt, T_8 } from './demo-board.ts';

interface Change {
  readonly register: BoardRegister;
  readonly id: string;
  readonly row: JsonObject | undefined;
}

const ITEM = fc.constantFrom('A', 'B', 'C');
const ORDER = fc.constantFrom('SO-1', 'SO-2', 'SO-3', 'SO-4', 'SO-5');
const PRODUCT = fc.constantFrom('P-1', 'P-2', 'P-3');
const DAY = fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-26', '2026-12-04');
const QTY = fc.integer({ min: 0, max: 40 });
const maybe = (row: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject | undefined> =>
  fc.option(row, { nil: undefined, freq: 6 });
const change = (register: BoardRegister, id: fc.Arbitrary<string>, row: fc.Arbitrary<object>): fc.Arbitrary<Change> =>
  fc.record({ register: fc.constant(register), id, row: maybe(row as fc.Arbitrary<JsonObject>) });

/** Any change of any row that the board reads. */
const CHANGE: fc.Arbitrary<Change> = fc.oneof(
  change(
    'products',
    PRODUCT,
    fc.record({
      status: fc.constantFrom('active', 'blocked'),
      bom: fc.uniqueArray(fc.record({ item: ITEM, qty: fc.integer({ min: 1, max: 3 }) }), {
        selector: ({ item }) => item,
        maxLength: 3,
      }),
      routing: fc.constant([{ op: 10, work_center: 'CT-01', setup_min: 10, run_min_per_pc: 5 }]),
    }),
  ),
  change(
    'orders',
    ORDER,
    fc.record({
      product: PRODUCT,
      qty: QTY,
      priority: fc.integer({ min: 1, max: 3 }),
      due: DAY,
      start: DAY,
      status: fc.constantFrom('order_review', 'not_started', 'shipped', 'cancelled'),
    }),
  ),
  change(
    'work-orders',
    fc.constantFrom('WO-1', 'WO-2', 'WO-3'),
    fc.record({
      order: ORDER,
      qty: QTY,
      good_qty: QTY,
      scrap_qty: QTY,
      status: fc.constantFrom('released', 'running', 'blocked', 'done'),
      issued: fc.boolean(),
    }),
  ),
  change(
    'lots',
    fc.constantFrom('L-1', 'L-2'),
    fc.record({
      order: ORDER,
      product: ITEM,
      qty: QTY,
      status: fc.constantFrom('wip', 'quarantine', 'scrapped'),
      holds: fc.constantFrom([], ['NCR-1']),
    }),
  ),
  change('stock', ITEM, fc.record({ qty: QTY })),
  change('purchase-orders', fc.constantFrom('PO-1', 'PO-2'), fc.record({ material: ITEM, qty: QTY, eta: DAY })),
  change('plans', fc.constant('D'), fc.record({ values: fc.record({ 'PL-1/date': DAY, 'PL-1/qty': QTY }) })),
  change(
    'plan-lines',
    fc.constantFrom('PL-1', 'PL-2'),
    fc.record({ plan: fc.constant('D'), order: ORDER, date: DAY, qty: QTY, done_qty: QTY, shift: fc.constant('DAY') }),
  ),
);

function freshBoard(changes: readonly Change[]): MakeBoard {
  const last = new Map(changes.map((one) => [`${one.register}/${one.id}`, one]));
  const board = openMakeBoard();
  for (const register of BOARD_REGISTERS)
    for (const one of last.values()) if (one.register === register) board.rows.put(register, one.id, one.row);
  return board;
}

const caseOf = (workflow: string, changes: Partial<Instance> = {}): Instance =>
  ({ id: 'c1', number: 'X-2611-001', workflow, status: 'active', data: {}, viewers: [], ...changes }) as Instance;

describe('the board of the orders', () => {
  it('[MAK1] a change counts again what it reaches: afterwards the board is as if it were counted anew', () => {
    fc.assert(
      fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 40 }), (changes) => {
        const board = openMakeBoard();
        for (const [index, { register, id, row }] of changes.entries()) {
          board.rows.put(register, id, row);
          if (index % 3 === 0) board.list(floorAt(T_8), LIMITS);
        }
        const anew = freshBoard(changes).list(floorAt(T_8), LIMITS);
        expect(board.list(floorAt(T_8), LIMITS)).to.deep.equal(anew);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('[MAK2] a case is about the orders that its data names: themselves, or by work order, lot or line of the plan', () => {
    const board = openDemoBoard();
    const about = (workflow: string, data: JsonObject): readonly string[] => {
      board.rows.putCase('c1', readCase(caseOf(workflow, { data })));
      return Object.entries(rowsAt(board, T_8)).flatMap(([id, row]) => (row.cases.length > 0 ? [id] : []));
    };
    expect([
      about('shortage-escalation', { report: { item: 'RM-42CR30', work_orders: ['WO-2611-005', 'WO-2611-004'] } }),
      about('nonconforming-product', { report: { product: 'P-1002', lots: [{ lot: 'LOT-2611-003' }] } }),
      about('plan-change', { change: { lines: [{ plan_line: 'PL-09' }] } }),
      about('capa-8d', { problem: { note: 'All of SO-2611-009 was late.', order: 'SO-2611-010' } }),
      about('monthly-rolling-plan', { lines: [{ order: 'SO-2611-010' }] }),
    ]).to.deep.equal([['004', '005'], ['003'], ['008'], ['010'], []]);
  });

  it('[MAK2] a review is about the order that names it, also when the order is written later', () => {
    const board = openDemoBoard();
    board.rows.putCase('c1', readCase(caseOf('order-review', { number: 'ORV-2611-099' })));
    expect(rowsAt(board, T_8)['009']?.cases).to.deep.equal([]);
    board.rows.put('orders', 'SO-2611-009', { ...demoRow('orders', 'SO-2611-009'), review: 'ORV-2611-099' });
    expect(rowsAt(board, T_8)['009']?.cases.map(({ number }) => number)).to.deep.equal(['ORV-2611-099']);
  });

  it('[RAG8] a shortage of tier S1 turns its orders red, and ends with the case', () => {
    const board = openDemoBoard();
    const data = { tier: 'S1', report: { work_orders: ['WO-2611-009'] } };
    const colors = (['active', 'done'] as const).map((status) => {
      board.rows.putCase('c1', readCase(caseOf('shortage-escalation', { data, status })));
      return rowsAt(board, T_8)['009']?.rag.color;
    });
    expect(colors).to.deep.equal(['red', 'green']);
  });

  it('[RAG15] a plan change colours its orders until it was applied', () => {
    const board = openDemoBoard();
    const colors = [false, true].map((applied) => {
      const data = { applied, change: { lines: [{ plan_line: 'PL-01' }] } };
      board.rows.putCase('c1', readCase(caseOf('plan-change', { data })));
      return rowsAt(board, T_8)['004']?.rag.color;
    });
    expect(colors).to.deep.equal(['amber', 'green']);
  });

  it('[MAT6] material on hold is not given out', () => {
    const board = openDemoBoard();
    const lot = { id: 'L-9', product: 'RM-BZ40', qty: 100, holds: ['NCR-2611-009'] };
    const states = [
      { ...lot, status: 'quarantine' },
      { ...lot, status: 'released', holds: [] },
      { ...lot, status: 'scrapped' },
    ].map((row) => {
      board.rows.put('lots', 'L-9', row);
      return rowsAt(board, T_8)['009']?.material.state;
    });
    expect(states).to.deep.equal(['not_available', 'in_stock', 'in_stock']);
  });

  it('[ATT1] what the plan changed last is what a line holds', () => {
    const board = openDemoBoard();
    const next = () => rowsAt(board, at('T 08:00'))['004']?.nextLine;
    expect(next()).to.include({ id: 'PL-01', qty: 60 });
    board.rows.put('plans', 'DAY', {
      ...demoRow('plans', 'DAY'),
      values: { 'PL-01/date': '2026-11-26', 'PL-01/qty': 10 },
    });
    expect(next()).to.include({ id: 'PL-06' });
  });
});
