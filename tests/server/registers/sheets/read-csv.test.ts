import { expect } from 'chai';
import { openCsv } from '../../../../server/registers/sheets/read-csv.ts';
import type { SheetRow } from '../../../../server/registers/sheets/sheet-row.ts';
import { refusalOf } from './refusal-of.ts';

async function rowsOf(text: string | Buffer): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of openCsv(Buffer.from(text)).read()) rows.push(row);
  return rows;
}

const textsOf = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await rowsOf(text)).map(({ cells }) => cells.map((cell) => cell.text));

describe('reading CSV', () => {
  it('[RI1] quotes, line breaks inside them, and both ends of lines are read', async () => {
    const rows = await rowsOf('id,text\r\n1,"a ""b"", c\nd"\n\n2,\r\n3,"x"');
    expect(rows.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)])).to.deep.equal([
      [1, 'id', 'text'],
      [2, '1', 'a "b", c\nd'],
      [4, '2', ''],
      [5, '3', 'x'],
    ]);
  });

  it('[RI1] a comma or a semicolon parts the cells, whichever the headings have; a mark of UTF-8 is no text', async () => {
    expect(await textsOf('\uFEFFid;"a,b,c";name\n1;2,5;x')).to.deep.equal([
      ['id', 'a,b,c', 'name'],
      ['1', '2,5', 'x'],
    ]);
    expect(await textsOf('sep=;\nid;name\n1;x')).to.deep.equal([
      ['id', 'name'],
      ['1', 'x'],
    ]);
    expect(openCsv(Buffer.from('a;b')).decimalComma).to.equal(true);
    expect(openCsv(Buffer.from('a,b')).decimalComma).to.equal(false);
  });

  it('[RI1] another encoding is refused with the byte at which it begins', () => {
    const latin = Buffer.from('id,name\n1,ok\n2,Jim\xe9nez\n', 'latin1');
    expect(refusalOf(() => openCsv(latin))).to.deep.equal({ reason: 'encoding', byte: 19, row: 3, value: '0xE9' });
    expect(refusalOf(() => openCsv(Buffer.from('\uFEFFid', 'utf16le')))).to.deep.equal({ reason: 'utf16' });
    expect(refusalOf(() => openCsv(Buffer.from('id\0,name')))).to.deep.equal({ reason: 'binary', byte: 3 });
    const cut = Buffer.from('id\n廠').subarray(0, 5);
    expect(refusalOf(() => openCsv(cut))['byte']).to.equal(4);
  });

  it('[RI1] a quotation mark that is never closed is refused with its row', async () => {
    const found = await rowsOf('id,name\n1,"x\n2,y\n').then(
      () => ({}),
      (error: unknown) =>
        refusalOf(() => {
          throw error;
        }),
    );
    expect(found).to.deep.equal({ reason: 'quote_open', row: 2 });
  });

  it('[RI2] something behind a closing quotation mark breaks its row alone', async () => {
    const rows = await rowsOf('id,name\n1,"x"y,z\n2,b');
    expect(rows.map(({ row, problem }) => [row, problem])).to.deep.equal([
      [1, undefined],
      [2, 'after_quote'],
      [3, undefined],
    ]);
  });
});
