import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { type Column, valueIn } from './columns.ts';
import { RUNS_AS_FORMULA } from './sheet-row.ts';

/** What stands in a cell of a file that we write: a number, or a text. */
export type WrittenCell = { readonly kind: 'number' | 'text'; readonly text: string };

/** The cell of a column of a row. Lists are written as JSON, which an import reads back. */
export function cellOf(fields: JsonObject, column: Column): WrittenCell {
  const value: Json = valueIn(fields, column);
  if (value === null) return { kind: 'text', text: '' };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return { kind: 'text', text: typeof value === 'boolean' ? String(value) : JSON.stringify(value) };
}

/**
 * A text as it may stand in a CSV: what a spreadsheet would run gets a `'` before it, also behind others, so that
 * reading takes exactly that one away again. RI7
 */
export function harmless({ kind, text }: WrittenCell): string {
  return kind === 'text' && RUNS_AS_FORMULA.test(text.replace(/^'+/, '')) ? `'${text}` : text;
}
