import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject, ownValue } from '../../engine/model/json.ts';
import type { FileView, ValueView } from '../../server/services/views/shared-views.ts';
import { wordFor } from './fields/choice-options.ts';

/** Names of records, `"customers/C-03"` → name. */
export type RecordNames = { readonly [record: string]: string };

/** An answer as it is shown where nobody can change it. A record without a name in `names` is shown by its id. */
export function viewOfAnswer(schema: FieldSchema, value: Json | undefined, names: RecordNames = {}): ValueView {
  if (value === undefined || value === null) return { kind: 'none' };
  if (Array.isArray(value)) return viewOfList(schema, value, names);
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value };
  if (typeof value === 'object') return viewOfObject(schema, value as JsonObject, names);
  if (schema.enum !== undefined) return { kind: 'choice', value, text: wordFor(schema, value) };
  if (typeof value === 'number')
    return { kind: 'number', number: value, decimals: schema['x-decimals'] ?? null, unit: schema['x-unit'] ?? null };
  if (schema.format === 'date') return { kind: 'date', date: value };
  if (schema.format === 'date-time') return { kind: 'moment', at: value };
  return schema['x-ref'] === undefined
    ? { kind: 'text', text: value }
    : { kind: 'record', register: schema['x-ref'], id: value, text: nameOf(schema, value, names) };
}

/** A list as files, as words, or as a table, by what its items are. */
function viewOfList(schema: FieldSchema, list: readonly Json[], names: RecordNames): ValueView {
  if (list.length === 0) return { kind: 'none' };
  if (schema['x-file'] !== undefined) return { kind: 'files', files: list.flatMap(fileOf) };
  const items = schema.items ?? {};
  if (items.properties === undefined) {
    const textOf = (entry: string | number): string =>
      items['x-ref'] === undefined ? wordFor(items, entry) : nameOf(items, String(entry), names);
    return {
      kind: 'choices',
      texts: list.map((entry) => (typeof entry === 'string' || typeof entry === 'number' ? textOf(entry) : '')),
    };
  }
  return tableOf(items, list, names);
}

/** The fields of one object, as a table of one row. */
function viewOfObject(schema: FieldSchema, value: JsonObject, names: RecordNames): ValueView {
  return schema.properties === undefined ? { kind: 'none' } : tableOf(schema, [value], names);
}

function tableOf(schema: FieldSchema, rows: readonly Json[], names: RecordNames): ValueView {
  const columns = Object.entries(schema.properties ?? {});
  return {
    kind: 'table',
    columns: columns.map(([name, column]) => column.title ?? name),
    rows: rows.map((row) => columns.map(([name, column]) => viewOfAnswer(column, ownValue(row, name), names))),
  };
}

function nameOf(schema: FieldSchema, id: string, names: RecordNames): string {
  const record = `${schema['x-ref'] ?? ''}/${id}`;
  return Object.hasOwn(names, record) ? (names[record] ?? id) : id;
}

/** The files of an answer; what is not one is left out. */
export function fileOf(value: Json): readonly FileView[] {
  if (!isJsonObject(value)) return [];
  const { id, name, size, type, sha256 } = value;
  const isFile =
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof size === 'number' &&
    typeof type === 'string' &&
    typeof sha256 === 'string';
  return isFile ? [{ id, name, size, type, sha256 }] : [];
}
