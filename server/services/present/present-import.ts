import { sayAnswerProblem } from '../../../engine/form/answer-sentences.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import type { FieldSchema } from '../../../engine/model/form-file.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { isoOf } from '../../../engine/step/run.ts';
import { rowForm } from '../../registers/check-row.ts';
import { getPart, type ImportProblem, type ImportRecord, type StagedRow } from '../../registers/imports/import-row.ts';
import type { ReadRegister } from '../../registers/register-files.ts';
import { referencesOf } from '../../registers/row-references.ts';
import { sayFileRefusal, sayImportProblem } from '../../texts/import-words.ts';
import { nameRows } from '../name-rows.ts';
import { personName, type Reader } from '../reader.ts';
import { registerIn } from '../register-desk.ts';
import type { ImportProblemView, ImportRowsView, ImportRowView, ImportView } from '../views/import-view.ts';

export interface ImportRowsQuery {
  readonly kind: 'add' | 'change' | 'bad';
  readonly limit: number;
  readonly cursor?: string;
}

/** An import as its reader sees it. */
export function importView(reader: Reader, register: ReadRegister, { id, value }: ImportRecord): ImportView {
  const { refused, appliedBy } = value;
  const person = (who: string) => ({ id: who, name: personName(reader, who) });
  return {
    id,
    register: value.register,
    file: value.file,
    at: isoOf(value.at),
    by: person(value.by),
    state: value.state,
    rows: value.rows,
    read: value.read,
    adds: value.adds,
    changes: value.changes,
    same: value.same,
    badCount: value.badCount,
    bad: value.bad.map((problem) => problemView(reader, register, problem)),
    written: value.written,
    left: value.left,
    refused:
      refused === null
        ? null
        : {
            code: `import.${refused.code}`,
            message: sayFileRefusal(refused.code, refused.params, reader.language),
          },
    appliedBy: appliedBy === null ? null : person(appliedBy),
    reason: value.reason,
    mayApply: value.state === 'previewed' && value.badCount === 0 && value.adds + value.changes > 0,
  };
}

/** Rows of one kind, in the file's order. A cursor is the part and the place in it. */
export async function importRows(
  store: Store,
  reader: Reader,
  asked: { readonly register: ReadRegister; readonly record: ImportRecord; readonly query: ImportRowsQuery },
): Promise<ImportRowsView> {
  const { register, record, query } = asked;
  const items: ImportRowView[] = [];
  const references: ReturnType<typeof referencesOf>[number][] = [];
  let [part, place] = readCursor(query.cursor);
  for (; part < record.value.parts; part += 1, place = 0) {
    const { rows, bad } = await getPart(store, record.id, part);
    const wanted = query.kind === 'bad' ? badRows(bad) : rows.filter((row) => kindOf(row) === query.kind);
    for (; place < wanted.length; place += 1) {
      if (items.length === query.limit)
        return { items, refs: await nameRows({ store }, reader, references), next: `${part}.${place}` };
      const row = wanted[place] as StagedRow | readonly ImportProblem[];
      if ('set' in row) references.push(...referencesOf(register, row.set), ...referencesOf(register, row.old));
      items.push('set' in row ? stagedView(reader, register, row) : badView(reader, register, row));
    }
  }
  return { items, refs: await nameRows({ store }, reader, references), next: null };
}

function readCursor(cursor: string | undefined): [part: number, place: number] {
  const [, part = '0', place = '0'] = /^(\d{1,6})\.(\d{1,6})$/.exec(cursor ?? '') ?? [];
  return [Number(part), Number(place)];
}

const kindOf = ({ rev }: StagedRow): 'add' | 'change' => (rev === 0 ? 'add' : 'change');

/** Problems by their rows. */
function badRows(bad: readonly ImportProblem[]): readonly (readonly ImportProblem[])[] {
  const byRow = new Map<number, ImportProblem[]>();
  for (const problem of bad) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  return [...byRow.values()];
}

function badView(reader: Reader, register: ReadRegister, problems: readonly ImportProblem[]): ImportRowView {
  return {
    row: problems[0]?.row ?? 0,
    id: null,
    kind: 'bad',
    fields: [],
    problems: problems.map((problem) => problemView(reader, register, problem)),
  };
}

function stagedView(reader: Reader, register: ReadRegister, staged: StagedRow): ImportRowView {
  const { properties = {} } = registerIn(register, reader).schema as FieldSchema;
  const fields = Object.keys(properties)
    .filter((field) => Object.hasOwn(staged.set, field))
    .map((field) => ({
      field,
      title: properties[field]?.title ?? field,
      old: staged.old[field] ?? null,
      new: staged.set[field] ?? null,
    }));
  return { row: staged.row, id: staged.id, kind: kindOf(staged), fields, problems: [] };
}

/** A problem in the reader's language; of the field's own rules it says what a form says. */
function problemView(
  reader: Reader,
  register: ReadRegister,
  { row, column, field, code, params }: ImportProblem,
): ImportProblemView {
  const path = `/${(field ?? '').replaceAll('.', '/')}`;
  const label = fieldAt(rowForm(registerIn(register, reader)), path)?.schema.title ?? column ?? field ?? '';
  const message = code.startsWith('row.')
    ? sayAnswerProblem({ code: code.replace('row.', 'answers.'), params }, label, reader.language)
    : sayImportProblem(code, { ...params, column: column ?? '', label }, reader.language);
  return {
    row,
    column: column ?? (field === null ? null : label),
    code: code.startsWith('row.') ? code : `import.${code}`,
    message,
  };
}
