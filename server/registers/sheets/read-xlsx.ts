import { openZip, type Zip } from './open-zip.ts';
import { readSharedTexts, readWorkbook } from './read-workbook.ts';
import { readXml } from './read-xml.ts';
import { refuseFile } from './refuse-file.ts';
import type { Cell, Sheet, SheetRow } from './sheet-row.ts';

/** No register has as many fields; a cell far out would make a row of empty ones. */
const MOST_COLUMNS = 500;
const EMPTY: Cell = { text: '', kind: 'text' };

/** Opens the first sheet of an XLSX file; its rows are unpacked while they are read. Throws `import.refused`. RI1, RI6 */
export async function openXlsx(bytes: Buffer): Promise<Sheet> {
  const zip = await openZip(bytes);
  const { sheet, from1904 } = await readWorkbook(zip);
  const texts = await readSharedTexts(zip);
  return { kind: 'xlsx', decimalComma: false, from1904, read: () => readSheet(zip, sheet, texts) };
}

async function* readSheet(zip: Zip, part: string, texts: readonly string[]): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  for await (const _stop of readXml(
    zip.read(part),
    part,
    sheetEvents(texts, (row) => rows.push(row)),
  ))
    yield* rows.splice(0);
  yield* rows.splice(0);
}

/** Reads the elements of a sheet: `row` > `c` > `v`, `is` > `t`, `f`. */
function sheetEvents(texts: readonly string[], done: (row: SheetRow) => void) {
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = '';
  let text = '';
  let formula = false;
  let reads = false;
  return {
    open(name: string, attributes: { readonly [name: string]: string }) {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        if (!(column < MOST_COLUMNS)) throw refuseFile('too_many_columns', { row });
        type = attributes['t'] ?? 'n';
        text = '';
        formula = false;
      } else if (name === 'f') formula = true;
      reads = name === 'v' || (name === 't' && type === 'inlineStr');
    },
    text(piece: string) {
      if (reads) text += piece;
    },
    close(name: string) {
      reads = false;
      if (name === 'c' && column >= 0) {
        while (cells.length < column) cells.push(EMPTY);
        cells[column] = cellOf(formula ? 'formula' : type, text, texts);
      } else if (name === 'row' && cells.some((cell) => cell.text !== '')) done({ row, cells });
    },
  };
}

function cellOf(type: string, text: string, texts: readonly string[]): Cell {
  if (text === '' && type !== 'formula') return EMPTY;
  if (type === 's') return { text: texts[Number(text)] ?? '', kind: 'text' };
  if (type === 'n') return { text, kind: 'number' };
  if (type === 'b') return { text: text === '1' ? 'true' : 'false', kind: 'boolean' };
  if (type === 'e') return { text, kind: 'error' };
  return { text, kind: type === 'formula' ? 'formula' : 'text' };
}

/** `C7` is in column 2. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
