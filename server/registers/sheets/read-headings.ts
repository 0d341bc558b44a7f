import type { ReadRegister } from '../register-files.ts';
import { type Column, columnsByHeading, headingOf } from './columns.ts';
import { refuseFile } from './refuse-file.ts';
import type { SheetRow } from './sheet-row.ts';

/** What the first row of a file says of the others. */
export interface Headings {
  /** The column of each cell; null where the heading is none of ours. */
  readonly columns: readonly (Column | null)[];
  /** The headings as they stand in the file. */
  readonly texts: readonly string[];
  readonly bad: readonly { readonly column: string; readonly code: 'column_unknown' | 'column_twice' }[];
}

/** Reads the headings: names of fields, or their titles in any of our languages. Throws `import.refused` without the key. RI2 */
export function readHeadings(register: ReadRegister, { cells }: SheetRow): Headings {
  const known = columnsByHeading(register);
  const texts = cells.map(({ text }) => text.trim());
  while (texts.at(-1) === '') texts.pop();
  const columns = texts.map((text) => known.get(headingOf(text)) ?? null);
  if (!columns.some((column) => column?.name === register.key))
    throw refuseFile('key_missing', { field: register.key });
  const bad = texts.flatMap((column, index): Headings['bad'] => {
    const found = columns[index] ?? null;
    if (found === null) return [{ column: column === '' ? `#${index + 1}` : column, code: 'column_unknown' }];
    return columns.indexOf(found) < index ? [{ column, code: 'column_twice' }] : [];
  });
  return { columns, texts, bad };
}
