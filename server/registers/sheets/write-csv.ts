import type { JsonObject } from '../../../engine/model/json.ts';
import { cellOf, harmless } from './cell-text.ts';
import type { Column } from './columns.ts';

/** Spreadsheet programs know by it that a CSV is UTF-8. */
const MARK = '\uFEFF';

/** Rows as CSV (RFC 4180), piece by piece: the names of the fields, then each row. RI8 */
export async function* writeCsv(
  columns: readonly Column[],
  pages: AsyncIterable<readonly JsonObject[]>,
): AsyncGenerator<string> {
  yield MARK + lineOf(columns.map(({ name }) => name));
  for await (const rows of pages)
    yield rows.map((fields) => lineOf(columns.map((column) => harmless(cellOf(fields, column))))).join('');
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
