import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import { nestedPieces } from '../../../server/effects/queries/nested-pieces.ts';
import { askQuery as ask, type Rows } from './ask-query.ts';

const gauge = (id: string, more: JsonObject): JsonObject & { readonly id: string } => ({
  id,
  name: { en: id },
  type: 'caliper',
  range_from: 0,
  range_to: 150,
  status: 'in_service',
  due_on: '2026-12-31',
  ...more,
});

const hole = {
  id: 'P1-1',
  name: { en: 'Hole' },
  product: 'P1',
  no: 1,
  step: 'dimension',
  class: 'major',
  kind: 'variable',
  lsl: 10.4,
  usl: 10.7,
  unit: 'mm',
  gauge_type: 'caliper',
  gauge_needed: true,
  defect_code: 'DIM-01',
};
const looks = {
  id: 'ALL-90',
  name: { en: 'Looks' },
  no: 90,
  step: 'visual',
  class: 'minor',
  kind: 'attribute',
  gauge_type: 'visual',
  gauge_needed: false,
  defect_code: 'SUR-01',
};
const ROWS: Rows = {
  characteristics: [hole, looks, { ...hole, id: 'P2-1', product: 'P2' }],
  gauges: [gauge('G1', {})],
};
const CLASSES = [
  { class: 'critical', n: 1, ac: 0, re: 1 },
  { class: 'major', n: 3, ac: 1, re: 2 },
  { class: 'minor', n: 2, ac: 0, re: 1 },
];
const GRID = { product: 'P1', lot_size: 9, classes: CLASSES, drawn: [7, 3, 5] };

describe('the grid of an inspection', () => {
  it('[PI1] lists the characteristics of the product and of all products, in the order of the steps', async () => {
    // when
    const grid = (await ask(ROWS, 'inspection-grid', GRID)) as { readonly measurements: readonly JsonObject[] };

    // then
    expect(grid.measurements).to.deep.equal([
      {
        no: 90,
        characteristic: 'ALL-90',
        name: 'Looks',
        step: 'visual',
        class: 'minor',
        kind: 'attribute',
        gauge_type: 'visual',
        gauge_needed: false,
        gauges: [],
        n: 2,
        values: [{ piece: 1 }, { piece: 2 }],
      },
      {
        no: 1,
        characteristic: 'P1-1',
        name: 'Hole',
        step: 'dimension',
        class: 'major',
        kind: 'variable',
        lsl: 10.4,
        usl: 10.7,
        unit: 'mm',
        gauge_type: 'caliper',
        gauge_needed: true,
        gauges: ['G1'],
        n: 3,
        values: [{ piece: 1 }, { piece: 2 }, { piece: 3 }],
      },
    ]);
  });

  it('[PI2] each class has its own first pieces of one draw, and a whole lot is all of it', () => {
    expect(nestedPieces([7, 3, 5], [1, 3, 2], 9)).to.deep.equal([7, 3, 5]);
    expect(nestedPieces([7, 3, 5], [3, 2], 9)).to.deep.equal([3, 7, 5]);
    expect(nestedPieces([7, 3], [6, 2], 6)).to.deep.equal([3, 7, 1, 2, 4, 5]);
    expect(nestedPieces([], [4], 4)).to.deep.equal([1, 2, 3, 4]);
  });

  it('[PI1] a product without characteristics of its own is refused: it would pass unmeasured', async () => {
    expect(await ask(ROWS, 'inspection-grid', { ...GRID, product: 'P9' })).to.equal(
      'No inspection characteristic is set for the product "P9". Add what is measured on it to the list of inspection characteristics.',
    );
  });

  it('[PI1] a sample too large to be written piece by piece is counted', async () => {
    // when
    const grid = (await ask(ROWS, 'inspection-grid', {
      ...GRID,
      lot_size: 600,
      classes: [
        { class: 'major', n: 600, ac: 0, re: 1 },
        { class: 'minor', n: 2, ac: 0, re: 1 },
      ],
    })) as { readonly [part: string]: readonly JsonObject[] };

    // then
    expect(grid['measurements']?.map((row) => row['no'])).to.deep.equal([90]);
    expect(grid['counted']?.map((row) => [row['no'], row['n']])).to.deep.equal([[1, 600]]);
    expect(grid['positions']?.map((row) => row['pieces'] ?? 'all')).to.deep.equal(['all', '3, 7']);
  });

  it('[PI3] only gauges that may be used, of the kind, that reach the limits are offered', async () => {
    // given
    const gauges = [
      gauge('G1', {}),
      gauge('G2', { status: 'due_soon', due_on: '2026-11-23' }),
      gauge('G3', { status: 'limited_use', limited_from: 5, limited_to: 20 }),
      gauge('G4', { range_to: null }),
      gauge('N1', { due_on: '2026-11-22' }),
      gauge('N2', { status: 'limited_use', limited_from: 20, limited_to: 50 }),
      gauge('N3', { type: 'micrometer' }),
      gauge('N4', { range_to: 10.5 }),
      gauge('N5', { range_from: 10.5 }),
      ...['overdue_locked', 'in_calibration', 'out_of_tolerance', 'lost', 'retired'].map((status, index) =>
        gauge(`N${6 + index}`, { status }),
      ),
    ];

    // when
    const grid = (await ask({ ...ROWS, gauges }, 'inspection-grid', GRID)) as {
      readonly measurements: readonly JsonObject[];
      readonly gauges: readonly JsonObject[];
    };

    // then
    expect(grid.measurements[1]?.['gauges']).to.deep.equal(['G1', 'G2', 'G3', 'G4']);
    expect(grid.gauges.find((one) => one['id'] === 'G3')).to.deep.equal({ id: 'G3', from: 5, to: 20 });
  });

  it('[PI1] when gauges are read again, what was measured stays; a gauge that may no longer be used does not', async () => {
    // given
    const measured = [
      {
        characteristic: 'P1-1',
        gauge: 'G1',
        values: [{ piece: 1, value: 10.5 }, { piece: 2 }, { piece: 3, value: 10.6 }],
      },
      { characteristic: 'ALL-90', values: [{ piece: 1, ok: true }] },
    ];

    // when
    const again = async (rows: Rows) =>
      ((await ask(rows, 'inspection-grid', { ...GRID, measured })) as { readonly measurements: readonly JsonObject[] })
        .measurements;
    const [kept, locked] = [
      await again(ROWS),
      await again({ ...ROWS, gauges: [gauge('G1', { status: 'overdue_locked' }), gauge('G2', {})] }),
    ];

    // then
    expect(kept[1]?.['gauge']).to.equal('G1');
    expect(kept[1]?.['values']).to.deep.equal([{ piece: 1, value: 10.5 }, { piece: 2 }, { piece: 3, value: 10.6 }]);
    expect(kept[0]?.['values']).to.deep.equal([{ piece: 1, ok: true }, { piece: 2 }]);
    expect([locked[1]?.['gauge'], locked[1]?.['gauges']]).to.deep.equal([undefined, ['G2']]);
  });
});
