import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Store, StoredRecord } from '../../../engine/ports/store.ts';

/** Imports, one row each; found by `of:<register>`, and by `open` while there is something to do. */
export const IMPORTS = 'imports';
/** What imports would write, some hundred rows in one; found by the id of their import. */
export const IMPORT_PARTS = 'import-parts';

export type ImportState = 'reading' | 'previewed' | 'applying' | 'applied' | 'refused';

/** Something that is wrong with a row or a cell of a file. */
export interface ImportProblem {
  readonly row: number;
  /** The heading of the column as it stands in the file; null if it is the row. */
  readonly column: string | null;
  /** The field, where the column has one. */
  readonly field: string | null;
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
}

/** A row that would be written. */
export interface StagedRow {
  readonly row: number;
  readonly id: string;
  /** The revision that was compared; 0 for a row that is not there yet. */
  readonly rev: number;
  /** Fields that become another; null for one that goes. */
  readonly set: JsonObject;
  /** What they were. */
  readonly old: JsonObject;
}

export interface ImportPart {
  readonly rows: readonly StagedRow[];
  readonly bad: readonly ImportProblem[];
}

export interface StoredImport {
  readonly register: string;
  /** The name of the file. */
  readonly file: string;
  readonly by: string;
  readonly at: number;
  readonly state: ImportState;
  /** When somebody last worked on it: a reader that died is known by its silence. */
  readonly seenAt: number;
  /** Rows of the file, its heading left out; null while it is not known. */
  readonly rows: number | null;
  readonly read: number;
  readonly adds: number;
  readonly changes: number;
  readonly same: number;
  readonly badCount: number;
  /** The first of what is wrong; all of it stands in the parts. */
  readonly bad: readonly ImportProblem[];
  readonly parts: number;
  /** Why it was refused. */
  readonly refused: { readonly code: string; readonly params: JsonObject } | null;
  /** Who let it be applied, and why. */
  readonly appliedBy: string | null;
  readonly reason: string | null;
  /** Set when nothing can stop it any more: every row was as it had been compared. */
  readonly decided: boolean;
  readonly partsDone: number;
  readonly written: number;
  /** Rows that could not be written, since others changed them in the very moment. */
  readonly left: readonly string[];
  /** Who works on it, and until when nobody else does. */
  readonly lease: { readonly token: string; readonly untilAt: number } | null;
}

export interface ImportRecord {
  readonly id: string;
  readonly rev: number;
  readonly value: StoredImport;
}

export function importOf({ id, rev, value }: StoredRecord): ImportRecord {
  return { id, rev, value: value as unknown as StoredImport };
}

/** Writes an import over the revision that was read; undefined if somebody else was faster. */
export async function putImport(store: Store, record: ImportRecord): Promise<ImportRecord | undefined> {
  const { id, rev, value } = record;
  const works = value.state === 'reading' || value.state === 'applying';
  const result = await store.putRecord({
    register: IMPORTS,
    id,
    value: value as unknown as Json,
    keys: [`of:${value.register}`, ...(works ? ['open'] : [])],
    expect: rev,
  });
  return result.kind === 'stored' ? { ...record, rev: result.rev } : undefined;
}

/** Parts of one import sort in the order in which they were read. */
export function partId(id: string, index: number): string {
  return `${id}/${String(index).padStart(6, '0')}`;
}

export async function putPart(store: Store, id: string, index: number, part: ImportPart): Promise<void> {
  await store.putRecord({
    register: IMPORT_PARTS,
    id: partId(id, index),
    value: part as unknown as Json,
    keys: [id],
  });
}

/** A part; one that is missing is empty. */
export async function getPart(store: Store, id: string, index: number): Promise<ImportPart> {
  const found = await store.getRecord(IMPORT_PARTS, partId(id, index));
  return (found?.value as unknown as ImportPart | undefined) ?? { rows: [], bad: [] };
}
