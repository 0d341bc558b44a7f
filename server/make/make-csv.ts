import type { Language } from '../../engine/model/language.ts';
import type { MakeRowView } from '../services/views/make-view.ts';
import { type MakeColumns, makeWordsIn } from '../texts/make-words.ts';

type Cell = string | number | null;

const CELLS: readonly (readonly [keyof MakeColumns, (row: MakeRowView) => Cell])[] = [
  ['rank', (row) => row.rank],
  ['order', (row) => row.order],
  ['customer', (row) => row.customer.title],
  ['product', (row) => row.product.title],
  ['qty', (row) => row.qty],
  ['good', (row) => row.good],
  ['scrap', (row) => row.scrap],
  ['hours', (row) => row.productionHours],
  ['progress', (row) => row.progress],
  ['deadline', (row) => row.deadline],
  ['material', (row) => row.material.title],
  ['kit', (row) => row.material.kitPct],
  ['production', (row) => row.productionTitle],
  ['color', (row) => row.rag.title],
  ['why', (row) => row.rag.reasons.join(' ')],
  ['forecast', (row) => row.forecastFinishAt],
  ['slack', (row) => row.slack],
  ['cases', (row) => row.cases.map(({ number }) => number).join(' ')],
  [
    'next',
    (row) => (row.next === null ? null : [row.next.title, row.next.who].filter((text) => text !== '').join(': ')),
  ],
];
/** Says to spreadsheets that letters beyond ASCII are UTF-8. */
const BOM = '\ufeff';

/** The rows as a table that spreadsheets open: comma, CRLF, and no cell that one would run as a formula. MAK6 */
export function makeCsv(rows: readonly MakeRowView[], language: Language): string {
  const { columns } = makeWordsIn(language);
  const lines = [CELLS.map(([column]) => columns[column]), ...rows.map((row) => CELLS.map(([, cell]) => cell(row)))];
  return BOM + lines.map((line) => `${line.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
