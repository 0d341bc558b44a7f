import { expect } from 'chai';
import { readCharacteristics } from '../../../engine/form/measure/characteristic.ts';
import { gaugesToOffer, judgeGauge, type Gauge } from '../../../ui/form/measure/judge-gauge.ts';
import { cellBeside, cellsInOrder, nextOpenCell, pieceNumber, progressOf } from '../../../ui/form/measure/next-cell.ts';
import { afterKey, type PadKey, readMeasured, writeMeasured } from '../../../ui/form/measure/typed-number.ts';

const rows = readCharacteristics([
  { name: 'A', kind: 'variable', n: 3, values: [{ value: 1 }, {}, {}] },
  { name: 'B', kind: 'attribute', n: 1, values: [] },
  { name: 'C', kind: 'variable', n: 3, values: [{ value: 1 }, { value: 'x' }] },
]);
const none = new Set<number>();

describe('the way through a grid of measurements', () => {
  it('the next cell is the next one that is open, piece by piece', () => {
    expect(nextOpenCell(rows, null, none)).to.deep.equal({ row: 1, piece: 0 });
    expect(nextOpenCell(rows, { row: 1, piece: 0 }, none)).to.deep.equal({ row: 0, piece: 1 });
    expect(nextOpenCell(rows, { row: 0, piece: 1 }, none)).to.deep.equal({ row: 2, piece: 1 });
  });

  it('after the last cell it begins anew, and a blocked characteristic is left out', () => {
    expect(nextOpenCell(rows, { row: 2, piece: 2 }, none)).to.deep.equal({ row: 1, piece: 0 });
    expect(nextOpenCell(rows, { row: 2, piece: 2 }, new Set([1]))).to.deep.equal({ row: 0, piece: 1 });
  });

  it('where nothing else is open it says so', () => {
    const full = readCharacteristics([{ name: 'A', kind: 'variable', n: 2, values: [{ value: 1 }, {}] }]);
    expect(nextOpenCell(full, { row: 0, piece: 1 }, none)).to.equal(null);
  });

  it('arrows go to the cell beside, over a row of fewer pieces, and stay at an edge', () => {
    const go = (direction: 'up' | 'down' | 'left' | 'right', row: number, piece: number) =>
      cellBeside(rows, { row, piece }, { direction, blocked: none });
    expect(go('down', 0, 1)).to.deep.equal({ row: 2, piece: 1 });
    expect(go('down', 0, 0)).to.deep.equal({ row: 1, piece: 0 });
    expect(go('right', 1, 0)).to.deep.equal({ row: 1, piece: 0 });
    expect(go('left', 0, 0)).to.deep.equal({ row: 0, piece: 0 });
    expect(go('up', 0, 2)).to.deep.equal({ row: 0, piece: 2 });
  });

  it('one step of the inspection is done with every piece before the next begins', () => {
    const steps = readCharacteristics([
      { name: 'A', kind: 'attribute', step: 'visual', n: 2, values: [] },
      { name: 'B', kind: 'variable', step: 'dimension', n: 2, values: [] },
      { name: 'C', kind: 'variable', step: 'dimension', n: 2, values: [] },
    ]);
    expect(cellsInOrder(steps).map(({ row, piece }) => `${row}${piece}`)).to.deep.equal([
      '00',
      '01',
      '10',
      '20',
      '11',
      '21',
    ]);
  });

  it('a piece is called by the number that was drawn, else by its place', () => {
    const drawn = readCharacteristics([
      { name: 'A', kind: 'variable', n: 1, values: [] },
      { name: 'B', kind: 'variable', n: 2, values: [{ piece: 17 }] },
    ]);
    expect([0, 1].map((piece) => pieceNumber(drawn, piece))).to.deep.equal([17, 2]);
  });

  it('what is typed and no number is not done', () => {
    expect(progressOf(rows)).to.deep.equal({ done: 2, all: 7 });
  });
});

describe('the number pad', () => {
  const type = (keys: readonly PadKey[], language: string, start = '') =>
    keys.reduce((text, key, index) => afterKey(text, key, { fresh: index === 0, language }), start);

  it('writes as the reader writes numbers', () => {
    expect(type(['2', '5', 'point', '0'], 'en')).to.equal('25.0');
    expect(type(['point', '5'], 'es')).to.equal('0,5');
    expect(type(['1', 'point', '2', 'point', '3'], 'en')).to.equal('1.23');
    expect(type(['1', 'sign'], 'en')).to.equal('-1');
  });

  it('a digit begins anew in a cell just entered, the backspace takes from what is there', () => {
    expect(type(['7'], 'en', '24.994')).to.equal('7');
    expect(type(['back', '5'], 'en', '24.994')).to.equal('24.995');
  });

  it('a point and a comma are both decimal signs in every language; digits are not grouped', () => {
    expect(['25.003', '25,003', '.5', '\u22120.1', '25.'].map(readMeasured)).to.deep.equal([
      25.003, 25.003, 0.5, -0.1, 25,
    ]);
    expect(['1.234,5', '-', 'x', ''].map(readMeasured)).to.deep.equal([null, null, null, null]);
  });

  it('a measured value is written with the places of its limits', () => {
    expect(writeMeasured(25, 3, 'en')).to.equal('25.000');
    expect(writeMeasured(1234.5, 1, 'es')).to.equal('1234,5');
  });
});

describe('gauges to measure with', () => {
  const gauge = (part: Partial<Gauge>): Gauge => ({
    id: 'G-1',
    name: 'Micrometer',
    range: null,
    type: null,
    status: 'in_service',
    dueOn: '2026-12-01',
    ...part,
  });

  it('one whose calibration is over, and one that is not in service, may not be used', () => {
    expect(judgeGauge(gauge({}), '2026-12-01')).to.deep.equal({ usable: true });
    expect(judgeGauge(gauge({}), '2026-12-05')).to.deep.equal({ usable: false, why: 'overdue', days: 4 });
    expect(judgeGauge(gauge({ status: 'lost' }), '2026-11-01')).to.deep.equal({ usable: false, why: 'status' });
    expect(judgeGauge(gauge({ status: 'limited_use', dueOn: null }), '2026-11-01')).to.deep.equal({ usable: true });
  });

  it('only usable ones of the kind are offered; one of no kind fits all', () => {
    const all = [gauge({ type: 'caliper' }), gauge({ id: 'G-2', type: 'dial' }), gauge({ id: 'G-3' })];
    const offered = (gauges: string[] | null, gaugeType: string | null, today = '2026-11-01') =>
      gaugesToOffer(all, { gauges, gaugeType }, today).map(({ id }) => id);
    expect(offered(null, 'dial')).to.deep.equal(['G-2', 'G-3']);
    expect(offered(['G-1'], 'dial'), 'the characteristic names them').to.deep.equal(['G-1']);
    expect(offered(null, null, '2027-11-01')).to.deep.equal([]);
  });
});
