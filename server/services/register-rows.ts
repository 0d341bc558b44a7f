import { fieldAt } from '../../engine/form/walk-fields.ts';
import { EngineError } from '../../engine/model/engine-error.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { textIn } from '../../engine/model/language.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { Library } from '../library/library.ts';
import { rowForm } from '../registers/check-row.ts';
import type { ReadRegister } from '../registers/register-files.ts';
import { fieldsOf, keptOf } from '../registers/row.ts';
import { nameOfRow } from '../registers/row-name.ts';
import { referenceKey, referencesOf } from '../registers/row-references.ts';
import { casesOfRow } from './row-cases.ts';
import { findRows, type RowsQuery } from './find-rows.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { nameRows } from './name-rows.ts';
import { personName, type Reader } from './reader.ts';
import { groupOf, mayOf, registerFor, registerIn, registersFor } from './register-desk.ts';
import { rowHistory } from './row-history-view.ts';
import type {
  RegisterSchemaView,
  RegisterView,
  RowHistoryView,
  RowPageOneView,
  RowPageView,
  RowView,
  UsedByView,
} from './views/register-view.ts';
import type { Page } from './views/shared-views.ts';

/** Counting stops here and says so. */
const STOP_COUNTING = 100_000;
/** As many rows that name one are shown of each field. */
const MOST_USES = 50;

export interface RegisterParts {
  readonly store: Store;
  readonly keeper: PlantKeeper;
  readonly library: Library;
}

/** What people see of registers: which there are, how they are shown, their rows, and what became of each. */
export interface RegisterRows {
  registers(reader: Reader): Promise<Page<RegisterView>>;
  /** Throws `register.not_found`. */
  schema(reader: Reader, register: string): RegisterSchemaView;
  /** Throws `register.not_found`, and `request.invalid` for a field that is none. */
  list(reader: Reader, register: string, query: RowsQuery): Promise<RowPageView>;
  /** Throws `row.not_found`. */
  get(reader: Reader, register: string, id: string): Promise<RowPageOneView>;
  /** Changes, newest first. It answers for a row that was removed, too. */
  history(
    reader: Reader,
    register: string,
    row: { readonly id: string; readonly limit: number },
  ): Promise<RowHistoryView>;
}

export function openRegisterRows(parts: RegisterParts): RegisterRows {
  const { store, library } = parts;
  return {
    async registers(reader) {
      const items = registersFor(reader).map(async (register): Promise<RegisterView> => {
        const count = await store.countRecords(register.id, STOP_COUNTING + 1);
        return {
          id: register.id,
          title: registerIn(register, reader).title,
          group: groupOf(register, reader),
          count: { count: Math.min(count, STOP_COUNTING), more: count > STOP_COUNTING },
          may: mayOf(reader, library, register),
        };
      });
      return { items: await Promise.all(items), next: null };
    },
    schema(reader, name) {
      const register = registerFor(reader, name);
      const { id, title, key, label, schema, views } = registerIn(register, reader);
      return {
        id,
        title,
        group: groupOf(register, reader),
        key,
        label,
        schema: schema as FieldSchema,
        views,
        may: mayOf(reader, library, register),
      };
    },
    async list(reader, name, query) {
      const register = registerFor(reader, name);
      const page = await findRows({ store, reader, register }, query);
      return {
        items: page.items.map((record) => rowView(register, record, reader)),
        refs: await namesIn(parts, reader, { register, records: page.items }),
        next: page.next,
      };
    },
    async get(reader, name, id) {
      const register = registerFor(reader, name);
      const record = await store.getRecord(register.id, id);
      if (record === undefined) throw rowNotFound(register, id);
      const { change } = keptOf(record.value);
      const [refs, usedBy, cases] = await Promise.all([
        namesIn(parts, reader, { register, records: [record] }),
        usesOf(parts, reader, { register, id }),
        casesOfRow(parts, reader, { register: register.id, id }),
      ]);
      return {
        ...rowView(register, record, reader),
        refs,
        usedBy,
        cases,
        updatedAt: change === null ? null : isoOf(change.at),
        by: change?.by == null ? null : { id: change.by, name: personName(reader, change.by) },
      };
    },
    history: async (reader, name, row) => rowHistory(parts, reader, { ...row, register: registerFor(reader, name) }),
  };
}

/** A row as lists show it. */
export function rowView(register: ReadRegister, { id, rev, value }: StoredRecord, reader: Reader): RowView {
  const values = fieldsOf(value);
  return { id, name: textIn(nameOfRow(register, id, values), reader.language), rev, values };
}

export function rowNotFound(register: ReadRegister, id: string): EngineError {
  return new EngineError('row.not_found', `There is no row "${id}" in "${register.title}".`, { params: { id } });
}

function namesIn(
  parts: RegisterParts,
  reader: Reader,
  { register, records }: { readonly register: ReadRegister; readonly records: readonly StoredRecord[] },
): Promise<{ readonly [record: string]: string }> {
  return nameRows(
    parts,
    reader,
    records.flatMap(({ value }) => referencesOf(register, fieldsOf(value))),
  );
}

/** Rows of registers that the reader may see which name this one. */
async function usesOf(
  { store }: RegisterParts,
  reader: Reader,
  { register, id }: { readonly register: ReadRegister; readonly id: string },
): Promise<readonly UsedByView[]> {
  const uses = registersFor(reader).map(async (other): Promise<readonly UsedByView[]> => {
    const key = referenceKey(register.id, id);
    const page = await store.listRecords({ register: other.id, key, limit: MOST_USES });
    const local = registerIn(other, reader);
    return page.items.flatMap((record) => {
      const view = rowView(other, record, reader);
      const fields = referencesOf(other, view.values)
        .filter((found) => found.register === register.id && found.id === id)
        .map(({ field }) => field);
      return [...new Set(fields)].map((field) => ({
        register: { id: other.id, title: local.title },
        id: view.id,
        name: view.name,
        field: { id: field, title: fieldAt(rowForm(local), `/${field}`)?.schema.title ?? field },
      }));
    });
  });
  return (await Promise.all(uses)).flat();
}
