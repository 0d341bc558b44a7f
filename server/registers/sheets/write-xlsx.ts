import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { JsonObject } from '../../../engine/model/json.ts';
import { cellOf, type WrittenCell } from './cell-text.ts';
import type { Column } from './columns.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook of one sheet needs around it. */
const PARTS: readonly (readonly [name: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

/** Rows as XLSX, packed while they are read: the names of the fields, then each row. Texts are texts, whatever they begin with. RI8 */
export function writeXlsx(
  title: string,
  columns: readonly Column[],
  pages: AsyncIterable<readonly JsonObject[]>,
): NodeJS.ReadableStream {
  const zip = new ZipFile();
  for (const [name, xml] of PARTS) zip.addBuffer(Buffer.from(HEAD + xml), name);
  const sheet = `<sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/>`;
  zip.addBuffer(
    Buffer.from(`${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${sheet}</sheets></workbook>`),
    'xl/workbook.xml',
  );
  const rows = Readable.from(sheetPieces(columns, pages));
  rows.on('error', (error) => (zip.outputStream as Readable).destroy(error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return zip.outputStream;
}

async function* sheetPieces(
  columns: readonly Column[],
  pages: AsyncIterable<readonly JsonObject[]>,
): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>`;
  yield rowOf(columns.map(({ name }) => ({ kind: 'text', text: name })));
  for await (const rows of pages)
    yield rows.map((fields) => rowOf(columns.map((column) => cellOf(fields, column)))).join('');
  yield '</sheetData></worksheet>';
}

function rowOf(cells: readonly WrittenCell[]): string {
  return `<row>${cells.map(writtenCell).join('')}</row>`;
}

function writtenCell({ kind, text }: WrittenCell): string {
  if (text === '') return '<c/>';
  if (kind === 'number') return `<c><v>${text}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Characters that XML has no place for are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Spreadsheet programs take 31 characters, and not all of them. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}
