import { expect } from 'chai';
import { ZipFile } from 'yazl';
import type { JsonObject } from '../../../../engine/model/json.ts';
import { openSheet } from '../../../../server/registers/sheets/open-sheet.ts';
import type { SheetRow } from '../../../../server/registers/sheets/sheet-row.ts';
import { writeXlsx } from '../../../../server/registers/sheets/write-xlsx.ts';
import { refusalOf } from './refusal-of.ts';

const WORKBOOK =
  '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r2"/><sheet name="B" r:id="r1"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet9.xml"/><Relationship Id="r2" Target="/xl/worksheets/first.xml"/></Relationships>';

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function zipOf(parts: { readonly [name: string]: string | Buffer }): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return bytesOf(zip.outputStream as unknown as AsyncIterable<Buffer>);
}

async function rowsOf(bytes: Buffer): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await openSheet(bytes)).read()) rows.push(row);
  return rows;
}

async function refusalIn(bytes: Buffer): Promise<{ readonly [name: string]: string | number }> {
  const error = await rowsOf(bytes).then(
    () => undefined,
    (found: unknown) => found,
  );
  return refusalOf(() => {
    if (error !== undefined) throw error;
  });
}

const workbook = (sheet: string, more: { readonly [name: string]: string } = {}): Promise<Buffer> =>
  zipOf({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/first.xml': sheet,
    ...more,
  });

describe('reading XLSX', () => {
  it('[RI1] the first sheet is read: shared texts, texts in place, numbers, yes and no, gaps', async () => {
    // given
    const bytes = await workbook(
      `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
       <row r="5"><c r="A5" t="inlineStr"><is><t>A&amp;B</t></is></c><c r="B5"><v>1.5</v></c><c r="C5" t="b"><v>1</v></c>
       <c r="D5"><f>A1</f><v>7</v></c><c r="E5" t="e"><v>#REF!</v></c></row><row r="6"><c r="A6"/></row></sheetData></worksheet>`,
      {
        'xl/sharedStrings.xml':
          '<sst><si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>NO</t></rPh></si></sst>',
      },
    );

    // when
    const sheet = await openSheet(bytes);
    const rows = await rowsOf(bytes);

    // then
    expect([sheet.kind, sheet.from1904]).to.deep.equal(['xlsx', true]);
    expect(rows.map(({ row, cells }) => [row, ...cells.map(({ text, kind }) => `${kind}:${text}`)])).to.deep.equal([
      [1, 'text:id', 'text:', 'text:name'],
      [5, 'text:A&B', 'number:1.5', 'boolean:true', 'formula:7', 'error:#REF!'],
    ]);
  });

  it('[RI1] what is no workbook is refused', async () => {
    expect(await refusalIn(await zipOf({ 'a.txt': 'x' }))).to.deep.equal({
      reason: 'sheet_broken',
      part: 'xl/workbook.xml',
    });
    expect(await refusalIn(Buffer.from('PK\u0003\u0004 and nothing more'))).to.include({ reason: 'sheet_broken' });
    expect(await refusalIn(await workbook('<worksheet><sheetData><row'))).to.include({ reason: 'sheet_broken' });
    expect(await refusalIn(Buffer.alloc(0))).to.deep.equal({ reason: 'empty' });
  });

  it('[RI6] a part that unpacks to more than a list can be is refused before it is unpacked', async () => {
    const large = await zipOf({
      'xl/workbook.xml': WORKBOOK,
      'xl/_rels/workbook.xml.rels': RELATIONS,
      'xl/worksheets/first.xml': Buffer.alloc(200_000_001, 0x20),
    });
    expect(large.length).to.be.lessThan(1_000_000);
    expect(await refusalIn(large)).to.include({ reason: 'sheet_too_large' });
  });

  it('[RI6] entities of a document are not expanded, and cells far out are refused', async () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalIn(await workbook(entities))).to.include({ reason: 'sheet_broken' });
    const far = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>';
    expect(await refusalIn(await workbook(far))).to.deep.equal({ reason: 'too_many_columns', row: 1 });
  });

  it('[RI8] what we write is read back, texts that look like formulas too', async () => {
    // given
    const fields: readonly JsonObject[] = [{ id: 'A', text: '=1+1 & <b>', qty: -2.5 }, { id: 'B' }];
    const columns = ['id', 'text', 'qty'].map((name) => ({ name, path: [name] as const, pointer: '', schema: {} }));

    // when
    const stream = writeXlsx('A/B: list', columns, pagesOf(fields));
    const rows = await rowsOf(await bytesOf(stream as unknown as AsyncIterable<Buffer>));

    // then
    expect(
      rows.map(({ cells }) => cells.map(({ text, kind }) => (text === '' ? '' : `${kind}:${text}`))),
    ).to.deep.equal([
      ['text:id', 'text:text', 'text:qty'],
      ['text:A', 'text:=1+1 & <b>', 'number:-2.5'],
      ['text:B', '', ''],
    ]);
  });
});

async function* pagesOf(fields: readonly JsonObject[]): AsyncGenerator<readonly JsonObject[]> {
  yield fields;
}
