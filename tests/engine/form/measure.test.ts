import { expect } from 'chai';
import { readCharacteristics } from '../../../engine/form/measure/characteristic.ts';
import { countClasses } from '../../../engine/form/measure/count-classes.ts';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import type { Json, JsonObject } from '../../../engine/model/json.ts';

const JOURNAL: JsonObject = {
  name: 'Journal Ø25 h6',
  class: 'critical',
  kind: 'variable',
  lsl: 24.987,
  usl: 25,
  n: 5,
  values: [],
};
const BURR: JsonObject = { name: 'Burr', class: 'critical', kind: 'attribute', n: 5, values: [] };

const judge = (row: JsonObject, cell: JsonObject) => {
  const [read] = readCharacteristics([{ ...row, values: [cell] }]);
  return read === undefined ? null : judgeCell(read, 0);
};

describe('a grid of measurements', () => {
  it('[FM10] a value between the limits and at a limit is within; one beyond says by how much', () => {
    expect(judge(JOURNAL, { value: 24.994 })).to.deep.equal({ kind: 'ok', atLimit: false });
    expect(judge(JOURNAL, { value: 25 })).to.deep.equal({ kind: 'ok', atLimit: true });
    expect(judge(JOURNAL, { value: 24.987 })).to.deep.equal({ kind: 'ok', atLimit: true });
    expect(judge(JOURNAL, { value: 25.003 })).to.deep.equal({ kind: 'nok', by: 0.003 });
    expect(judge(JOURNAL, { value: 24.9 })).to.deep.equal({ kind: 'nok', by: -0.087 });
  });

  it('[FM10] a limit that is missing limits nothing, and nothing typed or no number is no verdict', () => {
    expect(judge({ ...JOURNAL, lsl: null }, { value: 0 })).to.deep.equal({ kind: 'ok', atLimit: false });
    expect(judge(JOURNAL, {})).to.deep.equal({ kind: 'open' });
    expect(judge(JOURNAL, { value: '24,' })).to.deep.equal({ kind: 'unreadable' });
    expect(judge(JOURNAL, { ok: true }), 'the number decides').to.deep.equal({ kind: 'open' });
    expect(judge(BURR, {})).to.deep.equal({ kind: 'open' });
    expect(judge(BURR, { ok: false })).to.deep.equal({ kind: 'nok', by: null });
  });

  it('[FM11] a piece that fails twice counts once, each class for itself and against its plan', () => {
    // given
    const rows: Json = [
      { ...JOURNAL, values: [{ value: 25.1 }, { value: 24.99 }, { value: 25.1 }] },
      { ...BURR, values: [{ ok: false }, { ok: true }] },
      { ...BURR, class: 'minor', values: [{ ok: false }] },
    ];
    const plan: Json = [
      { class: 'critical', ac: 0, re: 1 },
      { class: 'major', ac: 1, re: 2 },
    ];

    // when
    const counts = countClasses(readCharacteristics(rows), plan);

    // then
    expect(counts).to.deep.equal([
      { class: 'critical', found: 2, ac: 0, re: 1 },
      { class: 'major', found: 0, ac: 1, re: 2 },
      { class: 'minor', found: 1, ac: null, re: null },
    ]);
  });

  it('[FM11] a piece beyond those that the characteristic asks for does not count', () => {
    // when
    const counts = countClasses(
      readCharacteristics([{ ...BURR, n: 1, values: [{ ok: true }, { ok: false }] }]),
      undefined,
    );

    // then
    expect(counts).to.deep.equal([{ class: 'critical', found: 0, ac: null, re: null }]);
  });

  it('a list that is none, and rows that are no objects, do no harm', () => {
    expect(readCharacteristics('x')).to.deep.equal([]);
    expect(readCharacteristics([null])[0]).to.include({ name: '', kind: 'variable', pieces: 1 });
  });
});
