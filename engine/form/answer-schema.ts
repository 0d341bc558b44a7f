import type { FieldSchema, FormFile } from '../model/form-file.ts';
import type { CheckedSchema } from '../model/schema-checker.ts';

/** What an answer says of a file. The service compares it with the stored file. FM6 */
const FILE_SCHEMA: FieldSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 64 },
    name: { type: 'string', maxLength: 255 },
    size: { type: 'integer', minimum: 0 },
    type: { type: 'string', maxLength: 127 },
    sha256: { type: 'string', maxLength: 64 },
  },
  required: ['id', 'name', 'size', 'type', 'sha256'],
};

const MOST_FILES = 20;
const cache = new WeakMap<FormFile, CheckedSchema>();

/**
 * The schema that answers of a form are checked against: the file's own, closed against unknown fields, with the
 * field `outcome`, and with the shape of files filled in. FM1, FM2, FM6
 *
 * The same object for the same form, so that checkers can cache what they make of it.
 */
export function answerSchema(form: FormFile): CheckedSchema {
  const known = cache.get(form);
  if (known !== undefined) return known;
  const filled = fill(form.schema);
  const made: CheckedSchema = {
    ...filled,
    type: 'object',
    properties: { ...filled.properties, outcome: { type: 'string', maxLength: 64 } },
    unevaluatedProperties: false,
  };
  cache.set(form, made);
  return made;
}

function fill(schema: FieldSchema): FieldSchema {
  const mapAll = (list: readonly FieldSchema[] | undefined) => list?.map(fill);
  const filled = {
    ...schema,
    ...(schema.properties && {
      properties: Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, closed(field)])),
    }),
    ...(schema.items && { items: closed(schema.items) }),
    ...(schema.allOf && { allOf: mapAll(schema.allOf) }),
    ...(schema.anyOf && { anyOf: mapAll(schema.anyOf) }),
    ...(schema.then && { then: fill(schema.then) }),
    ...(schema.else && { else: fill(schema.else) }),
  } as FieldSchema;
  return schema['x-file'] === undefined
    ? filled
    : { maxItems: MOST_FILES, ...filled, type: 'array', items: closed(FILE_SCHEMA) };
}

/** An object inside the answers is closed at its own place: a parent does not see what its rows evaluated. */
function closed(schema: FieldSchema): FieldSchema {
  const filled = fill(schema);
  return schema.type === 'object' ? ({ ...filled, unevaluatedProperties: false } as FieldSchema) : filled;
}
