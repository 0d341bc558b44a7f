import { expect } from 'chai';
import type { FieldSchema } from '../../../../engine/model/form-file.ts';
import type { Json } from '../../../../engine/model/json.ts';
import { type CellRules, readCell } from '../../../../server/registers/sheets/read-cell.ts';
import { harmless } from '../../../../server/registers/sheets/cell-text.ts';

const CSV: CellRules = { sheet: { kind: 'csv', decimalComma: false, from1904: false }, words: new Map() };
const SEMICOLONS: CellRules = { ...CSV, sheet: { ...CSV.sheet, decimalComma: true } };
const XLSX: CellRules = { ...CSV, sheet: { ...CSV.sheet, kind: 'xlsx' } };
const TEXT: FieldSchema = { type: 'string' };

function read(schema: FieldSchema, text: string, rules: CellRules = CSV): Json {
  const cell = readCell(schema, { text, kind: 'text' }, rules);
  return cell.kind === 'value' ? cell.value : `bad: ${cell.code}`;
}

describe('cells of files', () => {
  it('[RI2] are read as what their field holds, or are named', () => {
    expect(read({ type: 'number' }, ' 1.50 ')).to.equal(1.5);
    expect(read({ type: 'number' }, '1,5')).to.equal('bad: number');
    expect(read({ type: 'number' }, '1,5', SEMICOLONS)).to.equal(1.5);
    expect(read({ type: 'number' }, '1.234,5', SEMICOLONS)).to.equal('bad: number');
    expect(read({ type: 'number' }, '12 kg')).to.equal('bad: number');
    expect(read({ type: 'integer' }, '-3')).to.equal(-3);
    for (const no of ['no', 'FALSE', '否', '0']) expect(read({ type: 'boolean' }, no), no).to.equal(false);
    expect(read({ type: 'boolean' }, 'Sí')).to.equal(true);
    expect(read({ type: 'boolean' }, 'maybe')).to.equal('bad: yes_no');
    expect(read({ type: 'string', format: 'date' }, '2026-12-11')).to.equal('2026-12-11');
    expect(read({ type: 'string', format: 'date' }, '11/12/2026')).to.equal('bad: date');
    expect(read({ type: 'array' }, '[{"item":"RM-1"}]')).to.deep.equal([{ item: 'RM-1' }]);
    expect(read({ type: 'array' }, 'RM-1; RM-2')).to.equal('bad: list');
    expect(read(TEXT, '')).to.equal(null);
    expect(read(TEXT, 'a\u0007b')).to.equal('bad: control');
    expect(read(TEXT, 'x'.repeat(40_000))).to.equal('bad: too_long');
  });

  it('[RI2] a choice is its value or its word in any language', () => {
    const rules = { ...CSV, words: new Map([['aprobado', 'approved']]) };
    expect(read({ enum: ['approved'] }, 'Aprobado', rules)).to.equal('approved');
    expect(read({ enum: ['approved'] }, 'approved', rules)).to.equal('approved');
    expect(read({ enum: ['approved'] }, 'fine', rules)).to.equal('bad: choice');
  });

  it('[RI2] days of a workbook are dates, counted from 1900 or from 1904', () => {
    const date: FieldSchema = { type: 'string', format: 'date' };
    const day = (text: string, from1904: boolean) =>
      readCell(date, { text, kind: 'number' }, { ...XLSX, sheet: { ...XLSX.sheet, from1904 } });
    expect(day('46367', false)).to.deep.equal({ kind: 'value', value: '2026-12-11' });
    expect(day('44905', true)).to.deep.equal({ kind: 'value', value: '2026-12-11' });
    expect(day('46367.5', false)).to.deep.equal({ kind: 'bad', code: 'date' });
    expect(day('9e9', false)).to.deep.equal({ kind: 'bad', code: 'date' });
  });

  it('[RI7] a text that a spreadsheet would run is refused, unless it says that it is a text', () => {
    for (const text of ['=1+1', '@SUM(A1)', '+cmd|calc', '-2+3', '\t=1', '＝1+1'])
      expect(read(TEXT, text), text).to.equal('bad: formula');
    expect(read(TEXT, '-5')).to.equal('-5');
    expect(read(TEXT, "'=1+1")).to.equal('=1+1');
    expect(read(TEXT, '=1+1', XLSX)).to.equal('=1+1');
    expect(readCell(TEXT, { text: '2', kind: 'formula' }, XLSX)).to.deep.equal({ kind: 'bad', code: 'formula' });
  });

  it('[RI7] what is written is harmless, and is read back as it was', () => {
    for (const text of ['=1+1', "'=1+1", "''@x", '-2+3', '-5', "it's", "'quoted'", '+34 91']) {
      const written = harmless({ kind: 'text', text });
      expect(/^[=+\-@]/.test(written), text).to.equal(false);
      expect(read(TEXT, written), text).to.equal(text);
    }
    expect(harmless({ kind: 'number', text: '-5' })).to.equal('-5');
  });
});
