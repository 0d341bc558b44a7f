import { pointer } from '../model/problem.ts';
import type { FieldSchema, FormFile } from '../model/form-file.ts';

/** A field of a form, wherever a condition hides it. */
export interface Field {
  readonly name: string;
  /** Where its answer stands: names, and `*` for each row of a list. */
  readonly path: readonly string[];
  /** Where it is written in the form file, for translations and problems. */
  readonly pointer: string;
  readonly schema: FieldSchema;
  /** It stands only under a condition. */
  readonly conditional: boolean;
}

/** Every field of the form, rows of lists included, in the file's order; the plain place of a name comes before its conditional ones. */
export function walkFields(form: FormFile): readonly Field[] {
  const known = listCache.get(form);
  if (known !== undefined) return known;
  const found = fieldsIn(form.schema, '/schema', [], false);
  listCache.set(form, found);
  return found;
}

const listCache = new WeakMap<FormFile, readonly Field[]>();

function fieldsIn(schema: FieldSchema, at: string, path: readonly string[], conditional: boolean): readonly Field[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const place = `${at}/properties${pointer(name)}`;
    const here: Field = { name, path: [...path, name], pointer: place, schema: field, conditional };
    return [here, ...fieldsIn(field, place, here.path, conditional)];
  });
  const rows = schema.items === undefined ? [] : fieldsIn(schema.items, `${at}/items`, [...path, '*'], conditional);
  const parts = (['allOf', 'anyOf'] as const).flatMap((key) =>
    (schema[key] ?? []).flatMap((part, index) =>
      fieldsIn(part, `${at}/${key}/${index}`, path, key === 'anyOf' || conditional),
    ),
  );
  const branches = (['then', 'else'] as const).flatMap((key) =>
    schema[key] === undefined ? [] : fieldsIn(schema[key], `${at}/${key}`, path, true),
  );
  return [...own, ...rows, ...parts, ...branches];
}

const fieldCache = new WeakMap<FormFile, ReadonlyMap<string, Field>>();

/** The field whose answer stands at `path` (`/lines/0/qty`), the one with a title first. */
export function fieldAt(form: FormFile, path: string): Field | undefined {
  let fields = fieldCache.get(form);
  if (fields === undefined) {
    const found = new Map<string, Field>();
    for (const field of walkFields(form)) {
      const key = field.path.join('/');
      const known = found.get(key);
      if (known === undefined || (known.schema.title === undefined && field.schema.title !== undefined))
        found.set(key, field);
    }
    fields = found;
    fieldCache.set(form, found);
  }
  return fields.get(
    path
      .split('/')
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? '*' : key))
      .join('/'),
  );
}
