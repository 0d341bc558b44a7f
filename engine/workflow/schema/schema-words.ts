/** Small pieces that the schema of a workflow file is built from. */

/** A JSON Schema as plain data. */
export interface SchemaPart {
  readonly [keyword: string]: unknown;
}

/** Longest text that a person reads, longest expression, most entries of a list. */
export const LONGEST_TEXT = 500;
/** As much as FEEL is read, and its "= " before it. */
export const LONGEST_FEEL = 5_002;
/** As long as names of FEEL may be. */
export const LONGEST_NAME = 63;
const MOST_ENTRIES = 500;

/** A text that people read. English; other languages stand in `texts.<language>.json`. */
export const text = (description: string): SchemaPart => ({
  type: 'string',
  minLength: 1,
  maxLength: LONGEST_TEXT,
  description,
});

/** A name or an id. What it may be made of is said by lint, with a sentence of its own. */
export const name = (description: string): SchemaPart => ({
  type: 'string',
  minLength: 1,
  maxLength: LONGEST_NAME,
  description,
});

/** A text that may be an expression. */
export const feel = (description: string): SchemaPart => ({
  type: 'string',
  minLength: 1,
  maxLength: LONGEST_FEEL,
  description,
});

/** A list of names. */
export const names = (description: string): SchemaPart => ({
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength: 200 },
  minItems: 1,
  maxItems: MOST_ENTRIES,
  description,
});

/** A list of names, or an expression that gives one. */
export const namesOrFeel = (description: string): SchemaPart => ({
  ...names(description),
  type: ['array', 'string'],
  minLength: 1,
  maxLength: LONGEST_FEEL,
});

/** An object of exactly these keys. */
export const object = (
  properties: { readonly [key: string]: SchemaPart },
  required: readonly string[],
  description: string,
): SchemaPart => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
  description,
});

/** An object whose keys are names of the file's own. */
export const mapOf = (values: SchemaPart, description: string): SchemaPart => ({
  type: 'object',
  additionalProperties: values,
  description,
});

/** A part that stands in `$defs`, with words of its own for this place. */
export const ref = (definition: string, description?: string): SchemaPart => ({
  $ref: `#/$defs/${definition}`,
  ...(description === undefined ? {} : { description }),
});
