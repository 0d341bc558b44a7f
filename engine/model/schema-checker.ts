import type { Json } from './json.ts';
import type { FieldSchema } from './form-file.ts';

/** One failed keyword, as Ajv names it. `path` is a JSON pointer into the value that was checked. */
export interface SchemaError {
  readonly path: string;
  readonly keyword: string;
  /** `limit`, `missingProperty`, `unevaluatedProperty`, `allowedValues` …, as Ajv gives them. */
  readonly params: { readonly [name: string]: string | number };
}

/** A schema with what the checker adds to a form's own. */
export type CheckedSchema = FieldSchema & { readonly unevaluatedProperties?: false };

/**
 * Checks a value against a schema and answers with every failed keyword (none: it fits).
 *
 * A parameter of the engine: Ajv on the server; an interpreting checker in a page, where code may not be made from text.
 */
export type SchemaChecker = (schema: CheckedSchema, value: Json) => readonly SchemaError[];
