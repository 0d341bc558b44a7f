import type { Finding } from '../../../lint/rule.ts';
import { didYouMean } from '../../../lint/suggest.ts';
import type { LayoutPart } from '../../../model/form-file.ts';
import type { FormContext, FormRule } from '../form-context.ts';

const KINDS = ['section', 'table', 'facts', 'opinions', 'ruler'] as const;

/** The page would show the first kind it finds and lose the rest. */
export const layoutKind: FormRule = {
  id: 'FL28',
  code: 'form.layout_kind',
  severity: 'error',
  title: 'A part of the layout is not exactly one of section with fields, table with columns, facts, opinions, ruler.',
  remedy: 'Make it one of these.',
  check: ({ form }) =>
    [...(form.layout ?? []).entries()].flatMap(([index, part]) => {
      const kinds = KINDS.filter((kind) => kind in part);
      const whole =
        kinds.length === 1 &&
        'section' in part === 'fields' in part &&
        'table' in part === 'columns' in part &&
        (!('help' in part) || 'section' in part);
      return whole
        ? []
        : [
            {
              path: `/layout/${index}`,
              message:
                'This part of the layout is not exactly one of section with fields, table with columns, facts, opinions, ruler. Make it one of these.',
            },
          ];
    }),
};

/** A field that is not there leaves a hole that nobody can explain. */
export const layoutUnknown: FormRule = {
  id: 'FL29',
  code: 'form.layout_unknown',
  severity: 'error',
  title: 'The layout names a field, a list or a column that is not there.',
  remedy: 'Name one of the form.',
  check: (context) =>
    [...(context.form.layout ?? []).entries()].flatMap(([index, part]) => unknownIn(context, part, `/layout/${index}`)),
};

function unknownIn(context: FormContext, part: LayoutPart, at: string): readonly Finding[] {
  const { fields, hasField } = context;
  const missing = (name: string, path: string, under: readonly string[] = []): readonly Finding[] => {
    if (hasField([...under, name])) return [];
    const known = fields
      .filter(
        (field) => field.path.length === under.length + 1 && under.every((key, index) => key === field.path[index]),
      )
      .map((field) => field.name);
    return [
      {
        path,
        message: `There is no field "${name}"${under.length === 0 ? '' : ` in "${under[0] ?? ''}"`}.${didYouMean(name, known) || ' Name one of the form.'}`,
      },
    ];
  };
  if ('ruler' in part) return missing(part.ruler.field, `${at}/ruler/field`);
  if ('table' in part) {
    const list = missing(part.table, `${at}/table`);
    const isTable = fields.some(
      ({ path, schema }) =>
        path.length === 1 && path[0] === part.table && schema.type === 'array' && schema.items?.type === 'object',
    );
    if (list.length > 0) return list;
    if (!isTable)
      return [
        {
          path: `${at}/table`,
          message: `"${part.table}" is no list of rows. Name a list whose items are objects, or put it into a section.`,
        },
      ];
    return (part.columns ?? []).flatMap((name, index) => missing(name, `${at}/columns/${index}`, [part.table, '*']));
  }
  return 'fields' in part ? (part.fields ?? []).flatMap((name, index) => missing(name, `${at}/fields/${index}`)) : [];
}

/** It is shown all the same, so this is no error. */
export const fieldUnplaced: FormRule = {
  id: 'FL30',
  code: 'form.field_unplaced',
  severity: 'warning',
  title: 'A field is not named in the layout, so it stands at the end of the page.',
  remedy: 'Name it where it belongs.',
  check({ form, fields }) {
    const { layout } = form;
    if (layout === undefined) return [];
    const placed = new Set(
      layout.flatMap((part) => ('fields' in part ? part.fields : 'table' in part ? [part.table] : [])),
    );
    const top = fields.filter(({ path }) => path.length === 1);
    const unplaced = top.filter(
      ({ name }, index) => !placed.has(name) && top.findIndex((field) => field.name === name) === index,
    );
    return unplaced.map(({ name, pointer }) => ({
      path: pointer,
      message: `"${name}" is not named in the layout and stands at the end. Name it where it belongs.`,
    }));
  },
};
