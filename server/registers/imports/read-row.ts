import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { ReadRegister } from '../register-files.ts';
import { type Column, withValue } from '../sheets/columns.ts';
import { type CellRules, readCell } from '../sheets/read-cell.ts';
import type { Headings } from '../sheets/read-headings.ts';
import type { Sheet, SheetRow } from '../sheets/sheet-row.ts';
import type { ImportProblem } from './import-row.ts';

/** A row of a file, read by itself: its id and its values, and what is wrong with its cells. */
export interface FileRow {
  readonly row: number;
  readonly id: string;
  readonly values: readonly (readonly [Column, Json])[];
  readonly bad: readonly ImportProblem[];
}

/** Reads the rows of one file. A row without an id, or with one that an earlier row has, is only what is wrong with it. */
export type RowReader = (row: SheetRow) => FileRow;

export function openRowReader(register: ReadRegister, headings: Headings, sheet: Sheet): RowReader {
  const firstRows = new Map<string, number>();
  const rules = new Map<Column, CellRules>();
  const rulesOf = (column: Column): CellRules => {
    const known = rules.get(column);
    if (known !== undefined) return known;
    const made = { sheet, words: wordsOf(register, column) };
    rules.set(column, made);
    return made;
  };
  return (source) => {
    const { row } = source;
    const whole = brokenRow(source, headings, sheet);
    if (whole !== null) return { row, id: '', values: [], bad: [whole] };
    const bad: ImportProblem[] = [];
    const values: (readonly [Column, Json])[] = [];
    for (const [index, column] of headings.columns.entries()) {
      if (column === null) continue;
      const read = readCell(column.schema, source.cells[index] ?? EMPTY, rulesOf(column));
      if (read.kind === 'value') values.push([column, read.value]);
      else bad.push(cellProblem(row, { column, heading: headings.texts[index] ?? column.name, code: read.code }));
    }
    const id = values.find(([column]) => column.name === register.key)?.[1];
    if (typeof id !== 'string') {
      if (bad.every(({ field }) => field !== register.key)) bad.push(rowProblem(row, 'key_empty'));
      return { row, id: '', values, bad };
    }
    const first = firstRows.get(id);
    if (first !== undefined) bad.push(rowProblem(row, 'key_twice', { id, first }));
    firstRows.set(id, first ?? row);
    return { row, id, values, bad };
  };
}

const EMPTY = { text: '', kind: 'text' } as const;

/** The fields of a row with what the file says of it; null where it takes something away. */
export function fieldsAfter(register: ReadRegister, before: JsonObject, { id, values }: FileRow): JsonObject {
  const after = values.reduce<JsonObject>((fields, [column, value]) => withValue(fields, column, value), before);
  return { ...after, [register.key]: id };
}

export function rowProblem(row: number, code: string, params: ImportProblem['params'] = {}): ImportProblem {
  return { row, column: null, field: null, code, params };
}

function cellProblem(
  row: number,
  { column, heading, code }: { readonly column: Column; readonly heading: string; readonly code: string },
): ImportProblem {
  return { row, column: heading, field: column.name, code, params: {} };
}

/** Half a row, or one with more cells than headings. In an XLSX empty cells at the end are not written. */
function brokenRow({ row, cells, problem }: SheetRow, { texts }: Headings, { kind }: Sheet): ImportProblem | null {
  if (problem !== undefined) return rowProblem(row, problem);
  const params = { cells: cells.length, columns: texts.length };
  if (kind === 'csv' && cells.length < texts.length) return rowProblem(row, 'row_short', params);
  return cells.slice(texts.length).some(({ text }) => text !== '') ? rowProblem(row, 'row_long', params) : null;
}

/** The words for the values of an enum, in all languages: people write what they read. */
function wordsOf({ texts }: ReadRegister, { schema, pointer }: Column): ReadonlyMap<string, Json> {
  const words = new Map<string, Json>();
  for (const choice of schema.enum ?? []) {
    const labels = [
      schema['x-labels']?.[String(choice)],
      ...Object.values(texts).map((text) => text[`${pointer}/x-labels/${choice}`]),
    ];
    for (const label of labels) if (label !== undefined) words.set(label.toLowerCase(), choice);
  }
  return words;
}
