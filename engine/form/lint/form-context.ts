import { type FeelTree, readFeelTree } from '../../feel/feel-tree.ts';
import { feelOf } from '../../feel/expression.ts';
import type { LintRule } from '../../lint/rule.ts';
import type { FieldSchema, FormFile } from '../../model/form-file.ts';
import { pointer } from '../../model/problem.ts';
import type { Translations } from '../../model/version.ts';
import { type Field, walkFields } from '../walk-fields.ts';

/** What a form may name besides itself. */
export interface FormSurroundings {
  /** Ids of registers: a Map or a Set. */
  readonly registers: { has(name: string): boolean; keys(): Iterable<string> };
}

/** A schema of the form, also one inside a condition, with where it stands. */
export interface PlacedSchema {
  readonly schema: FieldSchema;
  readonly pointer: string;
  readonly depth: number;
  /** Where the answers stand that it speaks of: names, and `*` for rows. */
  readonly path: readonly string[];
  /** It only asks (`if`, `not`), and describes no field. */
  readonly asks: boolean;
}

/** An expression of the form. `row` is the list whose rows it is computed in. */
export interface FormFeel {
  readonly feel: string;
  readonly tree: FeelTree;
  readonly pointer: string;
  readonly row: readonly string[] | null;
}

/** All that a rule about forms may read. Made once for all of them. */
export interface FormContext {
  readonly form: FormFile;
  readonly texts: Translations;
  readonly around: FormSurroundings;
  readonly schemas: readonly PlacedSchema[];
  readonly fields: readonly Field[];
  readonly expressions: readonly FormFeel[];
  /** True for a path of names and `*` that some branch describes. */
  hasField(path: readonly string[]): boolean;
}

/** A rule about forms. */
export type FormRule = LintRule<FormContext>;

/** Reads what the rules ask about. */
export function openFormContext(form: FormFile, texts: Translations, around: FormSurroundings): FormContext {
  const fields = walkFields(form);
  const known = new Set(fields.map(({ path }) => path.join('/')));
  const schemas = schemasIn(form.schema, { pointer: '/schema', depth: 0, path: [], asks: false });
  return {
    form,
    texts,
    around,
    schemas,
    fields,
    expressions: readExpressions(form, fields),
    hasField: (path) => known.has(path.join('/')),
  };
}

function schemasIn(schema: FieldSchema, at: Omit<PlacedSchema, 'schema'>): readonly PlacedSchema[] {
  const below = (
    part: FieldSchema | undefined,
    keys: readonly (string | number)[],
    more: { readonly step?: string; readonly asks?: boolean } = {},
  ): readonly PlacedSchema[] =>
    part === undefined
      ? []
      : schemasIn(part, {
          pointer: at.pointer + pointer(...keys),
          depth: at.depth + 1,
          path: more.step === undefined ? at.path : [...at.path, more.step],
          asks: at.asks || more.asks === true,
        });
  return [
    { schema, ...at },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      below(field, ['properties', name], { step: name }),
    ),
    ...below(schema.items, ['items'], { step: '*' }),
    ...(['allOf', 'anyOf'] as const).flatMap((key) =>
      (schema[key] ?? []).flatMap((part, index) => below(part, [key, index])),
    ),
    ...(['not', 'if'] as const).flatMap((key) => below(schema[key], [key], { asks: true })),
    ...(['then', 'else'] as const).flatMap((key) => below(schema[key], [key])),
  ];
}

function readExpressions(form: FormFile, fields: readonly Field[]): readonly FormFeel[] {
  const place = (text: string, at: string, row: readonly string[] | null = null): FormFeel => ({
    feel: feelOf(text),
    tree: readFeelTree(feelOf(text)),
    pointer: at,
    row,
  });
  const checks = (form.checks ?? []).flatMap(({ that, text }, index) => [
    place(that, `/checks/${index}/that`),
    ...[...text.matchAll(/\{(=[^{}]*)\}/g)].map((match) => place(match[1] ?? '=', `/checks/${index}/text`)),
  ]);
  const rulers = (form.layout ?? []).flatMap((part, index) => {
    if (!('ruler' in part)) return [];
    const at = `/layout/${index}/ruler`;
    return [
      ...part.ruler.marks.map((mark, order) => place(mark.at, `${at}/marks/${order}/at`)),
      place(part.ruler.from, `${at}/from`),
      place(part.ruler.to, `${at}/to`),
    ];
  });
  const computed = fields.flatMap(({ schema, pointer: at, path }) => {
    const text = schema['x-computed'];
    const inRow = path.at(-2) === '*' ? path.slice(0, -1) : null;
    return text === undefined ? [] : [place(text, `${at}/x-computed`, inRow)];
  });
  return [...checks, ...rulers, ...computed];
}
