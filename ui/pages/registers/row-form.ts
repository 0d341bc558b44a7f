import type { RegisterSchemaView } from '../../../server/services/views/register-view.ts';
import type { FieldView, FormView, JsonObject } from '../../../server/services/views/shared-views.ts';
import { type RecordNames, viewOfAnswer } from '../../form/view-of-answer.ts';

/** The form view of a register as a form that people fill. */
export function formOf({ id, title, schema, views }: RegisterSchemaView): FormView {
  return {
    id: `register-${id}`,
    title,
    help: null,
    schema,
    checks: [],
    layout: views.form.groups.map((group) => ({ section: group.title, fields: group.fields })),
  };
}

/** A part of a row as it is read: its title, and labels with values; what has no value is left out. */
export interface RowPart {
  readonly title: string;
  readonly facts: readonly FieldView[];
}

/** The parts of a row in the order of the form view. */
export function partsOf(
  { schema, views }: RegisterSchemaView,
  values: JsonObject,
  refs: RecordNames,
): readonly RowPart[] {
  return views.form.groups
    .map(({ title, fields }) => ({
      title,
      facts: fields.flatMap((name): readonly FieldView[] => {
        const field = schema.properties?.[name];
        const value = field === undefined ? ({ kind: 'none' } as const) : viewOfAnswer(field, values[name], refs);
        return value.kind === 'none' ? [] : [{ pointer: `/${name}`, label: field?.title ?? name, value }];
      }),
    }))
    .filter(({ facts }) => facts.length > 0);
}
