import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, isJsonObject, ownValue } from '../../engine/model/json.ts';
import type { FileView, ValueView } from '../../server/services/views/shared-views.ts';
import { wordFor } from './fields/choice-options.ts';

/** An answer as it is shown where nobody can change it. A record is shown by its id: its name stands elsewhere. */
export function viewOfAnswer(schema: FieldSchema, value: Json | undefined): ValueView {
  if (value === undefined || value === null) return { kind: 'none' };
  if (Array.isArray(value)) return viewOfList(schema, value);
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value };
  if (typeof value === 'object') return { kind: 'none' };
  if (schema.enum !== undefined) return { kind: 'choice', value, text: wordFor(schema, value) };
  if (typeof value === 'number')
    return { kind: 'number', number: value, decimals: schema['x-decimals'] ?? null, unit: schema['x-unit'] ?? null };
  if (schema.format === 'date') return { kind: 'date', date: value };
  if (schema.format === 'date-time') return { kind: 'moment', at: value };
  return schema['x-ref'] === undefined ? { kind: 'text', text: value } : { kind: 'record', id: value, text: value };
}

/** A list as files, as words, or as a table, by what its items are. */
function viewOfList(schema: FieldSchema, list: readonly Json[]): ValueView {
  if (list.length === 0) return { kind: 'none' };
  if (schema['x-file'] !== undefined) return { kind: 'files', files: list.flatMap(fileOf) };
  const items = schema.items ?? {};
  if (items.properties === undefined) {
    return {
      kind: 'choices',
      texts: list.map((entry) => (typeof entry === 'string' || typeof entry === 'number' ? wordFor(items, entry) : '')),
    };
  }
  const columns = Object.entries(items.properties);
  return {
    kind: 'table',
    columns: columns.map(([name, column]) => column.title ?? name),
    rows: list.map((row) => columns.map(([name, column]) => viewOfAnswer(column, ownValue(row, name)))),
  };
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
