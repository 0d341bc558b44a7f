import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { RegisterFile } from './register-files.ts';

/** A row names a row of another register, or a person. */
export interface RowReference {
  /** The field at the top of the row that holds it. */
  readonly field: string;
  /** Where it stands, as a JSON pointer into the row. */
  readonly path: string;
  readonly register: string;
  readonly id: string;
}

/** Marks the keys of a row that are references among those by which others find it. */
const MARK = '>';

/** Every reference of a row: fields, entries of lists, fields of rows inside. */
export function referencesOf(register: RegisterFile, fields: JsonObject): readonly RowReference[] {
  const { properties = {} } = register.schema as FieldSchema;
  return Object.entries(properties).flatMap(([field, schema]) =>
    within(schema, fields[field] ?? null, `/${field}`).map((found) => ({ ...found, field })),
  );
}

function within(schema: FieldSchema, value: Json, path: string): readonly Omit<RowReference, 'field'>[] {
  const register = schema['x-ref'];
  if (register !== undefined) return typeof value === 'string' ? [{ path, register, id: value }] : [];
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    return value.flatMap((entry: Json, index) => within(items, entry, `${path}/${index}`));
  }
  if (isJsonObject(value))
    return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      within(inner, value[name] ?? null, `${path}/${name}`),
    );
  return [];
}

/** References that a row did not have before. What it named already is not asked again: it may have gone since. */
export function newReferences(
  register: RegisterFile,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): readonly RowReference[] {
  const had = new Set(referencesOf(register, before).map((found) => referenceKey(found.register, found.id)));
  return referencesOf(register, after).filter((found) => !had.has(referenceKey(found.register, found.id)));
}

/** The key by which rows are found that name this one. */
export function referenceKey(register: string, id: string): string {
  return `${MARK}${register}/${id}`;
}

/** The keys of a row: those it had for other reasons, and one for each row that it names. */
export function keysOfRow(register: RegisterFile, fields: JsonObject, had: readonly string[] = []): readonly string[] {
  const named = referencesOf(register, fields).map((found) => referenceKey(found.register, found.id));
  return [...new Set([...had.filter((key) => !key.startsWith(MARK)), ...named])];
}
