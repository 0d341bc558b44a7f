import type { FieldSchema } from '../../engine/model/form-file.ts';
import type { RegisterFile } from './register-files.ts';

const made = new WeakMap<RegisterFile, object>();

/**
 * The schema that rows of a register are checked against: the file's own, closed against fields that it does not name,
 * inside lists and objects too. The same object for the same register, so that checkers can keep what they make of it.
 */
export function rowSchema(register: RegisterFile): object {
  const known = made.get(register);
  if (known !== undefined) return known;
  const schema = closed(register.schema as FieldSchema);
  made.set(register, schema);
  return schema;
}

/** An object without named fields stays open: the totals of a plan are keyed by what is counted. */
function closed(field: FieldSchema): FieldSchema {
  const { properties, items } = field;
  return {
    ...field,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, closed(inner)])),
          unevaluatedProperties: false,
        }),
    ...(items === undefined ? {} : { items: closed(items) }),
  };
}
