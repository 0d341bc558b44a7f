import { decodeText } from './decode-text.ts';
import { refuseFile } from './refuse-file.ts';
import type { Cell, Sheet, SheetRow } from './sheet-row.ts';

const QUOTE = '"';

/** Opens a CSV file (RFC 4180; comma or semicolon, whichever its first line has more of). Throws `import.refused`. RI1 */
export function openCsv(bytes: Buffer): Sheet {
  const text = decodeText(bytes);
  const named = /^sep=([,;])\r?\n/.exec(text);
  const delimiter = named?.[1] ?? delimiterOf(text);
  return {
    kind: 'csv',
    decimalComma: delimiter === ';',
    from1904: false,
    async *read() {
      yield* readRecords(text, named?.[0].length ?? 0, delimiter);
    },
  };
}

/** Quotes of the first line are skipped: a title may hold a comma. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '';
  const plain = line.replace(/"[^"]*"/g, '');
  return plain.split(';').length > plain.split(',').length ? ';' : ',';
}

function* readRecords(text: string, start: number, delimiter: string): Generator<SheetRow> {
  let at = start;
  for (let row = start === 0 ? 1 : 2; at < text.length; row += 1) {
    const record = readRecord(text, at, { delimiter, row });
    at = record.next;
    const { cells, broken } = record;
    // An empty line is none: files often end in some.
    if (cells.length === 1 && cells[0]?.text === '') continue;
    yield broken ? { row, cells, problem: 'after_quote' } : { row, cells };
  }
}

interface ReadRecord {
  readonly cells: readonly Cell[];
  readonly next: number;
  readonly broken: boolean;
}

function readRecord(
  text: string,
  start: number,
  { delimiter, row }: { readonly delimiter: string; readonly row: number },
): ReadRecord {
  const cells: Cell[] = [];
  let broken = false;
  let at = start;
  for (;;) {
    const quoted = text[at] === QUOTE;
    const cell = quoted ? readQuoted(text, at, row) : readPlain(text, at, delimiter);
    at = cell.next;
    cells.push({ text: cell.text, kind: 'text' });
    const end = text[at];
    if (end === delimiter) at += 1;
    else if (end === undefined) return { cells, next: at, broken };
    else if (end === '\n' || end === '\r')
      return { cells, next: at + (end === '\r' && text[at + 1] === '\n' ? 2 : 1), broken };
    else {
      // Something stands between a closing quote and the next cell: the row is named, the rest of it skipped.
      broken = true;
      at = readPlain(text, at, '\n').next;
    }
  }
}

function readPlain(text: string, start: number, delimiter: string): { readonly text: string; readonly next: number } {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
    at += 1;
  }
  return { text: text.slice(start, at), next: at };
}

function readQuoted(text: string, start: number, row: number): { readonly text: string; readonly next: number } {
  let at = start + 1;
  for (;;) {
    const end = text.indexOf(QUOTE, at);
    if (end < 0) throw refuseFile('quote_open', { row });
    if (text[end + 1] !== QUOTE) return { text: text.slice(start + 1, end).replaceAll('""', QUOTE), next: end + 1 };
    at = end + 2;
  }
}
