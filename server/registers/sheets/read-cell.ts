import type { Json } from '../../../engine/model/json.ts';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import { type Cell, RUNS_AS_FORMULA, type Sheet } from './sheet-row.ts';

/** Why a cell cannot be taken, whatever its row is. Whether its value fits the register is asked afterwards. */
export type CellProblem =
  | 'formula'
  | 'error'
  | 'control'
  | 'too_long'
  | 'number'
  | 'yes_no'
  | 'choice'
  | 'date'
  | 'list';

export type ReadCell =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'bad'; readonly code: CellProblem };

export interface CellRules {
  readonly sheet: Pick<Sheet, 'kind' | 'decimalComma' | 'from1904'>;
  /** Words for the values of an enum, in any language, in small letters. */
  readonly words: ReadonlyMap<string, Json>;
}

/** What a spreadsheet program takes into one cell. */
const LONGEST = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
const YES = new Set(['true', 'yes', 'y', '1', 'sí', 'si', 'verdadero', '是']);
const NO = new Set(['false', 'no', 'n', '0', 'falso', '否']);
const DAY_MS = 86_400_000;

/** The value of a cell for a field; null for an empty cell. RI2, RI7 */
export function readCell(schema: FieldSchema, cell: Cell, rules: CellRules): ReadCell {
  if (cell.kind === 'formula' || cell.kind === 'error') return bad(cell.kind);
  const { text } = cell;
  if (text.trim() === '') return value(null);
  if (text.length > LONGEST) return bad('too_long');
  if (CONTROL.test(text)) return bad('control');
  if (schema.enum !== undefined) return readChoice(schema.enum, text, rules);
  if (schema.type === 'number' || schema.type === 'integer') return readNumber(text, rules);
  if (schema.type === 'boolean') return readYesNo(text);
  if (schema.type === 'array' || schema.type === 'object') return readList(text);
  if (schema.format === 'date') return readDate(cell, rules);
  return readText(cell, rules);
}

const bad = (code: CellProblem): ReadCell => ({ kind: 'bad', code });
const value = (read: Json): ReadCell => ({ kind: 'value', value: read });

/**
 * A text that a spreadsheet program would run as a formula is refused, unless a `'` before it says that it is a text, as
 * our own files write it. A number is no formula; nor is a cell of which an XLSX says that it holds a text.
 */
function readText({ text }: Cell, { sheet }: CellRules): ReadCell {
  if (sheet.kind === 'xlsx') return value(text.trim());
  if (/^'+/.test(text) && RUNS_AS_FORMULA.test(text.replace(/^'+/, ''))) return value(text.slice(1));
  if (RUNS_AS_FORMULA.test(text) && !NUMBER.test(text.trim())) return bad('formula');
  return value(text.trim());
}

function readChoice(choices: readonly (string | number)[], text: string, { words }: CellRules): ReadCell {
  const wanted = text.trim();
  const found = choices.find((choice) => String(choice) === wanted) ?? words.get(wanted.toLowerCase());
  return found === undefined ? bad('choice') : value(found);
}

function readNumber(text: string, { sheet }: CellRules): ReadCell {
  const plain = sheet.decimalComma ? text.trim().replace(',', '.') : text.trim();
  const read = Number(plain);
  return NUMBER.test(plain) && Number.isFinite(read) ? value(read) : bad('number');
}

function readYesNo(text: string): ReadCell {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? value(true) : NO.has(word) ? value(false) : bad('yes_no');
}

/** Lists and objects are written as JSON. */
function readList(text: string): ReadCell {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? value(read as Json) : bad('list');
  } catch {
    return bad('list');
  }
}

/** A date of an XLSX is the number of its day; in a text it is `2026-12-11`. */
function readDate({ text, kind }: Cell, { sheet }: CellRules): ReadCell {
  if (kind !== 'number') {
    const date = text.trim().slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}(T00:00:00(\.0+)?Z?)?$/.test(text.trim()) ? value(date) : bad('date');
  }
  const day = Number(text);
  // Before March 1900 the old programs counted a day that never was.
  if (!Number.isInteger(day) || day < 61 || day > 2_958_465) return bad('date');
  return value(isoDay(day - (sheet.from1904 ? 24_107 : 25_569)));
}

/** The date of a day counted from 1970, by the calendar that is in use. */
function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
