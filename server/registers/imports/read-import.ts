import type { Clock } from '../../../engine/ports/clock.ts';
import type { Store } from '../../../engine/ports/store.ts';
import type { ReadRegister } from '../register-files.ts';
import { openSheet } from '../sheets/open-sheet.ts';
import { type Headings, readHeadings } from '../sheets/read-headings.ts';
import { refuseFile } from '../sheets/refuse-file.ts';
import type { Sheet } from '../sheets/sheet-row.ts';
import { openComparison, type RowComparison } from './compare-rows.ts';
import {
  type ImportProblem,
  type ImportRecord,
  putImport,
  putPart,
  type StagedRow,
  type StoredImport,
} from './import-row.ts';
import { type FileRow, openRowReader } from './read-row.ts';

/** More rows than a list that people know. RI6 */
export const MOST_ROWS = 50_000;
/** Rows that are compared side by side, and written down together. */
const PART_ROWS = 250;
/** Problems that the import itself carries; all of them stand in its parts. */
const FIRST_PROBLEMS = 100;

export interface ReadImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly isPerson: (id: string) => boolean;
  /** True once the server is stopping. */
  readonly isStopping: () => boolean;
  /** @internal Tests bring a small file into several parts. */
  readonly partRows?: number;
}

/**
 * Reads a file to its end, or to its last row that may be, and writes down what it would change; nothing of the register
 * is touched. After each part the import says how far it is, and others have their turn.
 *
 * Throws `import.refused` where the whole file is.
 */
export async function readImport(
  parts: ReadImportParts,
  {
    record,
    register,
    bytes,
  }: { readonly record: ImportRecord; readonly register: ReadRegister; readonly bytes: Buffer },
): Promise<ImportRecord> {
  const sheet = await openSheet(bytes);
  const rows = await countRows(sheet);
  const progress = openProgress(parts, record);
  let reader: { readonly read: ReturnType<typeof openRowReader>; readonly compare: RowComparison } | undefined;
  let waiting: FileRow[] = [];
  for await (const row of sheet.read()) {
    if (reader === undefined) {
      const headings = readHeadings(register, row);
      reader = openReader(parts, { register, headings, sheet });
      await progress.begin(rows, headings, row.row);
      continue;
    }
    waiting.push(reader.read(row));
    if (waiting.length < (parts.partRows ?? PART_ROWS)) continue;
    await progress.part(waiting, reader.compare);
    waiting = [];
    if (parts.isStopping()) throw refuseFile('interrupted');
  }
  if (reader === undefined) throw refuseFile('empty');
  if (waiting.length > 0) await progress.part(waiting, reader.compare);
  return progress.end();
}

/** How many rows stand below the headings. Throws `import.refused` at the first that is too many, whatever follows. RI6 */
async function countRows(sheet: Sheet): Promise<number> {
  let rows = -1;
  for await (const _row of sheet.read()) {
    rows += 1;
    if (rows > MOST_ROWS) throw refuseFile('too_many_rows', { most: MOST_ROWS });
  }
  return Math.max(0, rows);
}

function openReader(
  { store, isPerson }: ReadImportParts,
  {
    register,
    headings,
    sheet,
  }: { readonly register: ReadRegister; readonly headings: Headings; readonly sheet: Sheet },
) {
  return {
    read: openRowReader(register, headings, sheet),
    compare: openComparison({ store, register, headings, isPerson }),
  };
}

/** Counts what was read and writes it down, so that everybody sees how far it is. RI9 */
function openProgress({ store, clock }: ReadImportParts, begun: ImportRecord) {
  let record = begun;
  const save = async (change: Partial<StoredImport>): Promise<void> => {
    const next = { ...record, value: { ...record.value, ...change, seenAt: clock.now() } };
    const saved = await putImport(store, next);
    if (saved === undefined) throw refuseFile('interrupted');
    record = saved;
  };
  const keep = async (rows: readonly StagedRow[], bad: readonly ImportProblem[]): Promise<Partial<StoredImport>> => {
    const { parts, badCount, bad: first } = record.value;
    if (rows.length === 0 && bad.length === 0) return {};
    await putPart(store, record.id, parts, { rows, bad });
    return {
      parts: parts + 1,
      badCount: badCount + bad.length,
      bad: [...first, ...bad].slice(0, FIRST_PROBLEMS),
    };
  };
  return {
    async begin(rows: number, headings: Headings, row: number): Promise<void> {
      const bad = headings.bad.map(({ column, code }) => ({ row, column, field: null, code, params: {} }));
      await save({ rows, ...(await keep([], bad)) });
    },
    async part(waiting: readonly FileRow[], compare: RowComparison): Promise<void> {
      const compared = await compare(waiting);
      const staged = compared.flatMap((one) => (one.kind === 'add' || one.kind === 'change' ? [one.staged] : []));
      const bad = compared.flatMap((one) => (one.kind === 'bad' ? one.bad : []));
      const count = (kind: string): number => compared.filter((one) => one.kind === kind).length;
      const { read, adds, changes, same } = record.value;
      await save({
        read: read + waiting.length,
        adds: adds + count('add'),
        changes: changes + count('change'),
        same: same + count('same'),
        ...(await keep(staged, bad)),
      });
      await new Promise((resolve) => setImmediate(resolve));
    },
    async end(): Promise<ImportRecord> {
      await save({ state: 'previewed' });
      return record;
    },
  };
}
