import { EngineError } from '../../engine/model/engine-error.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import type { ReadRegister } from '../registers/register-files.ts';
import { fieldsOf } from '../registers/row.ts';
import { nameRows } from './name-rows.ts';
import type { Reader } from './reader.ts';
import { pageInOrder, type RowOrder } from './row-order.ts';
import { scanRecords } from './scan-records.ts';
import type { Page } from './views/shared-views.ts';

export interface RowsQuery {
  /** Words that must all stand in the fields of the search view, small or capital letters. */
  readonly q?: string;
  /** A field, or `-field` for the other direction; the list view's own if left out. */
  readonly sort?: string;
  /** Fields with the value that they must have, as text. */
  readonly where: { readonly [field: string]: string };
  readonly limit: number;
  readonly cursor?: string;
}

interface Seek {
  readonly store: Store;
  readonly reader: Reader;
  readonly register: ReadRegister;
}

/**
 * Rows that fit a query, in order, one page of them. The cursor survives inserts. RG11
 *
 * In order of ids without a condition only the page is read; else all rows are looked at: registers are lists that
 * people know, tens of thousands of rows at most.
 */
export async function findRows(seek: Seek, query: RowsQuery): Promise<Page<StoredRecord>> {
  const { store, reader, register } = seek;
  const order = orderOf(register, query.sort ?? register.views.list.sort);
  for (const name of Object.keys(query.where)) demandField(register, name);
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const where = Object.entries(query.where);
  const { limit, cursor } = query;
  if (words.length === 0 && where.length === 0 && order.field === register.key)
    return store.listRecords({
      register: register.id,
      limit,
      descending: order.down,
      ...(cursor === undefined ? {} : { cursor }),
    });
  const all = await scanRecords(store, register.id);
  const fitting = where.length === 0 ? all : all.filter((record) => hasValues(record, where));
  const found = words.length === 0 ? fitting : await withWords(seek, fitting, words);
  const names = await namesOfColumn(seek, found, order.field);
  const sortValue = ({ value }: StoredRecord): string | number =>
    valueToSort(fieldsOf(value)[order.field], names, reader);
  return pageInOrder(
    found.map((record) => ({ record, value: sortValue(record) })),
    { ...order, language: reader.language },
    query,
  );
}

function orderOf(register: ReadRegister, sort: string): Omit<RowOrder, 'language'> & { readonly field: string } {
  const down = sort.startsWith('-');
  return { field: demandField(register, down ? sort.slice(1) : sort), down };
}

/** Throws `request.invalid` with the name of what is no field. */
function demandField(register: ReadRegister, name: string): string {
  if (fieldOf(register, name) !== undefined) return name;
  const message = `"${name}" is not a field of "${register.id}". Name one of its fields.`;
  throw new EngineError('request.invalid', message, {
    problems: [{ path: `/${name}`, code: 'request.unknown_field', message }],
  });
}

function fieldOf(register: ReadRegister, name: string): FieldSchema | undefined {
  const properties = (register.schema as FieldSchema).properties ?? {};
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function hasValues({ value }: StoredRecord, where: readonly (readonly [string, string])[]): boolean {
  const fields = fieldsOf(value);
  return where.every(([name, text]) => {
    const has = fields[name] ?? null;
    return Array.isArray(has) ? has.some((entry: Json) => String(entry) === text) : String(has ?? '') === text;
  });
}

/** Rows in whose searched fields every word stands. A field that names a row is searched by that row's name, too. */
async function withWords(
  seek: Seek,
  records: readonly StoredRecord[],
  words: readonly string[],
): Promise<readonly StoredRecord[]> {
  const columns = await Promise.all(
    seek.register.views.search.map(async (name) => ({ name, names: await namesOfColumn(seek, records, name) })),
  );
  const textIn = (fields: JsonObject): string =>
    columns.map(({ name, names }) => `${plain(fields[name])}\n${names.get(plain(fields[name])) ?? ''}`).join('\n');
  return records.filter(({ value }) => {
    const text = textIn(fieldsOf(value)).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What a column that names rows shows, by the id that stands in it; empty for other columns. */
async function namesOfColumn(
  { store, reader, register }: Seek,
  records: readonly StoredRecord[],
  name: string,
): Promise<ReadonlyMap<string, string>> {
  const target = fieldOf(register, name)?.['x-ref'];
  if (target === undefined) return new Map();
  const ids = new Set(records.map(({ value }) => plain(fieldsOf(value)[name])));
  const names = await nameRows(
    { store },
    reader,
    [...ids].map((id) => ({ register: target, id })),
  );
  const length = target.length + 1;
  return new Map(Object.entries(names).map(([record, text]) => [record.slice(length), text]));
}

/** Text of a value, all languages of a name included. */
function plain(value: Json | undefined): string {
  if (isJsonObject(value)) return Object.values(value).map(plain).join(' ');
  return value === undefined || value === null ? '' : String(value);
}

function valueToSort(
  value: Json | undefined,
  names: ReadonlyMap<string, string>,
  { language }: Reader,
): string | number {
  if (typeof value === 'number') return value;
  const text = isJsonObject(value) ? plain(value[language] ?? value['en']) : plain(value);
  return names.get(text) ?? text;
}
