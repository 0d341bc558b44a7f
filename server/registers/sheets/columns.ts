import type { FieldSchema } from '../../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../../../engine/model/json.ts';
import { LANGUAGES } from '../../../engine/model/language.ts';
import { pointer } from '../../../engine/model/problem.ts';
import type { ReadRegister } from '../register-files.ts';

/** A column of a file of rows: a field, or one of the fields of a field that is an object, as `name.es`. */
export interface Column {
  readonly name: string;
  readonly path: readonly [field: string] | readonly [field: string, inner: string];
  /** Where it is written in the register's file. */
  readonly pointer: string;
  readonly schema: FieldSchema;
}

const made = new WeakMap<object, readonly Column[]>();

/** The columns of a register, in the order of its fields; the same ones at every call. */
export function columnsOf({ schema }: Pick<ReadRegister, 'schema'>): readonly Column[] {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const columns = columnsIn(schema as FieldSchema);
  made.set(schema, columns);
  return columns;
}

function columnsIn({ properties = {} }: FieldSchema): readonly Column[] {
  return Object.entries(properties).flatMap(([field, schema]): readonly Column[] => {
    const at = `/schema/properties${pointer(field)}`;
    if (schema.properties === undefined) return [{ name: field, path: [field], pointer: at, schema }];
    return Object.entries(schema.properties).map(([inner, part]) => ({
      name: `${field}.${inner}`,
      path: [field, inner],
      pointer: `${at}/properties${pointer(inner)}`,
      schema: part,
    }));
  });
}

/** What stands in a column of a row; null if nothing does. */
export function valueIn(fields: JsonObject, { path: [field, inner] }: Column): Json {
  const value = fields[field] ?? null;
  if (inner === undefined) return value;
  return isJsonObject(value) ? (value[inner] ?? null) : null;
}

/** The fields with a value in a column; null takes it away, and with its last part the whole field. */
export function withValue(fields: JsonObject, { path: [field, inner] }: Column, value: Json): JsonObject {
  if (inner === undefined) return { ...fields, [field]: value };
  const before = fields[field];
  const parts = Object.entries({ ...(isJsonObject(before) ? before : {}), [inner]: value }).filter(
    ([, part]) => part !== null,
  );
  return { ...fields, [field]: parts.length === 0 ? null : Object.fromEntries(parts) };
}

/**
 * The columns by what may stand above them: the name of the field, or its title in one of our languages.
 *
 * A title that two columns share (“English” below every name) stands for none of them.
 */
export function columnsByHeading(register: ReadRegister): ReadonlyMap<string, Column> {
  const columns = columnsOf(register);
  const titles = new Map<string, Column | null>();
  for (const column of columns)
    for (const title of titlesOf(register, column))
      titles.set(title, titles.has(title) && titles.get(title) !== column ? null : column);
  const named = columns.map((column) => [headingOf(column.name), column] as const);
  return new Map([
    ...[...titles].flatMap(([title, column]) => (column === null ? [] : [[title, column] as const])),
    ...named,
  ]);
}

/** A heading as it is compared: without what surrounds it, in small letters. */
export function headingOf(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

function titlesOf({ texts }: ReadRegister, { schema, pointer: at }: Column): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const title = language === 'en' ? schema.title : texts[language]?.[`${at}/title`];
    return title === undefined ? [] : [headingOf(title)];
  });
}
