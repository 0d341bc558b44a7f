import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { Json } from '../../engine/model/json.ts';

/** Whether a value fits a condition of the schema. */
export type Holds = (condition: FieldSchema, value: Json) => boolean;

/** The schema and those of its inner parts whose conditions hold for `value`. */
export function activeParts(schema: FieldSchema, value: Json, holds: Holds): readonly FieldSchema[] {
  const branch = schema.if === undefined ? undefined : holds(schema.if, value) ? schema.then : schema.else;
  const alternatives = (schema.anyOf ?? []).filter((part) => holds(part, value));
  const inner = [...(schema.allOf ?? []), ...alternatives, ...(branch === undefined ? [] : [branch])];
  return [schema, ...inner.flatMap((part) => activeParts(part, value, holds))];
}

/** One schema that says what several say of the same field; the later ones add to the first. */
export function merge(schemas: readonly FieldSchema[]): FieldSchema {
  return schemas.length === 1 ? (schemas[0] as FieldSchema) : Object.assign({}, ...schemas);
}
