import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { FieldKind } from './control.ts';
import { merge } from './active-parts.ts';
import { resolveFields, type ShownField } from './resolve-fields.ts';

/** A column of a table of rows. */
export interface Column {
  readonly name: string;
  readonly title: string;
  /** Every row needs it. */
  readonly required: boolean;
  readonly width: number;
}

/** The fields that a row shows: those that are asked of it, with what the conditions of this row say. */
export function fieldsOfRow(items: FieldSchema, row: JsonObject): ReadonlyMap<string, ShownField> {
  return new Map(resolveFields(items, row, [null]).map((field) => [field.name, field]));
}

/** The order that the layout wants, and how much room each kind of field takes. */
interface Given {
  /** The names that the layout lists, in its order. */
  readonly wanted: readonly string[] | undefined;
  readonly kindOf: (schema: FieldSchema, given: boolean) => FieldKind;
}

/**
 * The columns: all that any row asks for, in the order of the layout, else of the file.
 *
 * Columns that the layout does not name stand at the end, as fields do.
 */
export function columnsOf(
  items: FieldSchema,
  rows: readonly JsonObject[],
  { wanted = [], kindOf }: Given,
): readonly Column[] {
  const found = new Map<string, ShownField[]>();
  for (const row of rows.length === 0 ? [{}] : rows) {
    for (const [name, field] of fieldsOfRow(items, row)) found.set(name, [...(found.get(name) ?? []), field]);
  }
  const names = [
    ...wanted.filter((name) => found.has(name)),
    ...[...found.keys()].filter((name) => !wanted.includes(name)),
  ];
  return names.map((name) => {
    const fields = found.get(name) ?? [];
    const schema = merge(fields.map((field) => field.schema));
    const all = fields.length === Math.max(rows.length, 1);
    return {
      name,
      title: schema.title ?? name,
      required: all && fields.every((field) => field.required),
      width: kindOf(schema, false).columnWidth,
    };
  });
}
