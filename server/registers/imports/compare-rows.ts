import { canonicalJson } from '../../../engine/step/history-chain.ts';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { Problem } from '../../../engine/model/problem.ts';
import type { Store, StoredRecord } from '../../../engine/ports/store.ts';
import { openRowCheck, rowForm, rowProblem as fieldProblem } from '../check-row.ts';
import type { ReadRegister } from '../register-files.ts';
import { removedAmong } from '../remove-row.ts';
import { fieldsOf } from '../row.ts';
import { newReferences } from '../row-references.ts';
import { type Column, columnsOf } from '../sheets/columns.ts';
import type { Headings } from '../sheets/read-headings.ts';
import type { ImportProblem, StagedRow } from './import-row.ts';
import { type FileRow, fieldsAfter, rowProblem } from './read-row.ts';

/** What would become of a row. */
export type ComparedRow =
  | { readonly kind: 'add' | 'change'; readonly staged: StagedRow }
  | { readonly kind: 'same' }
  | { readonly kind: 'bad'; readonly bad: readonly ImportProblem[] };

export interface CompareParts {
  readonly store: Store;
  readonly register: ReadRegister;
  readonly headings: Headings;
  /** True for a person of the plant. */
  readonly isPerson: (id: string) => boolean;
}

/** Compares some hundred rows at once. */
export type RowComparison = (rows: readonly FileRow[]) => Promise<readonly ComparedRow[]>;

/** Opens the comparison of rows of one file with those that are stored. What they name is looked up once. RI2, RI3 */
export function openComparison(parts: CompareParts): RowComparison {
  const { store, register } = parts;
  const compare = openOneComparison(parts);
  return async (rows) => {
    const ids = rows.flatMap(({ id }) => (id === '' ? [] : [id]));
    const records = await store.getRecords(register.id, ids);
    const removed = await removedAmong(
      store,
      register.id,
      ids.filter((id) => !records.has(id)),
    );
    return Promise.all(rows.map((row) => compare(row, { record: records.get(row.id), removed: removed.has(row.id) })));
  };
}

/** A row as it is stored, and whether its id was one of a row that is gone. */
interface Stored {
  readonly record: StoredRecord | undefined;
  readonly removed: boolean;
}

function openOneComparison(parts: CompareParts): (row: FileRow, stored: Stored) => Promise<ComparedRow> {
  const { register } = parts;
  const check = openRowCheck();
  const isThere = openLookUp(parts);
  const columns = columnsOf(register);
  return async (row, { record, removed }) => {
    if (row.id === '') return { kind: 'bad', bad: row.bad };
    const before = record === undefined ? {} : fieldsOf(record.value);
    const wanted = fieldsAfter(register, before, row);
    const set = changedIn(before, wanted);
    if (Object.keys(set).length === 0 && row.bad.length === 0) return { kind: 'same' };
    const after = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
    const unknown = await unknownIn(register, { before, after, isThere });
    const bad = [
      ...row.bad,
      ...inRow([...check(register, after), ...unknown], row, { columns, headings: parts.headings }),
    ];
    if (removed) bad.push(rowProblem(row.row, 'key_removed', { id: row.id }));
    if (bad.length > 0) return { kind: 'bad', bad };
    const old = Object.fromEntries(Object.keys(set).map((field) => [field, before[field] ?? null]));
    const staged = { row: row.row, id: row.id, rev: record?.rev ?? 0, set, old };
    return { kind: record === undefined ? 'add' : 'change', staged };
  };
}

/** What the row names anew that is not there. */
async function unknownIn(
  register: ReadRegister,
  {
    before,
    after,
    isThere,
  }: { readonly before: JsonObject; readonly after: JsonObject; readonly isThere: ReturnType<typeof openLookUp> },
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const named of newReferences(register, { before, after }))
    if (!(await isThere(named.register, named.id)))
      problems.push(fieldProblem(rowForm(register), named.path, 'record', { id: named.id }));
  return problems;
}

/** Fields that become another. */
function changedIn(before: JsonObject, wanted: JsonObject): JsonObject {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => canonicalJson(before[field] ?? null) !== canonicalJson(value),
  );
  return Object.fromEntries(changed);
}

/** Whether a row or a person is there, asked once for each. */
function openLookUp({ store, isPerson }: CompareParts): (register: string, id: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (register, id) => {
    if (register === 'people') return Promise.resolve(isPerson(id));
    const name = `${register}/${id}`;
    const found = known.get(name) ?? store.getRecord(register, id).then((record) => record !== undefined);
    known.set(name, found);
    return found;
  };
}

/** Problems of fields as problems of the row's cells. A cell that could not be read has said what is wrong with it. */
function inRow(
  problems: readonly Problem[],
  row: FileRow,
  { columns, headings }: { readonly columns: readonly Column[]; readonly headings: Headings },
): readonly ImportProblem[] {
  const said = new Set(row.bad.map(({ field }) => field));
  return problems.flatMap(({ path, code, params = {} }): readonly ImportProblem[] => {
    const column = columnAt(columns, path);
    if (column !== undefined && said.has(column.name)) return [];
    const index = column === undefined ? -1 : headings.columns.indexOf(column);
    const heading = index < 0 ? null : (headings.texts[index] ?? null);
    return [{ row: row.row, column: heading, field: column?.name ?? path.slice(1), code, params: plainParams(params) }];
  });
}

/** The column in which a problem stands: `/name` without any part stands in the first of them. */
function columnAt(columns: readonly Column[], path: string): Column | undefined {
  const [, field, inner] = path.split('/');
  const own = columns.filter(({ path: [first] }) => first === field);
  return own.find(({ path: [, second] }) => second === inner) ?? own[0];
}

function plainParams(params: { readonly [name: string]: Json }): ImportProblem['params'] {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}
