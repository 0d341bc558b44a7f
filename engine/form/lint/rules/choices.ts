import { pointer as pointerOf } from '../../../model/problem.ts';
import type { FormRule } from '../form-context.ts';

/** A word for a value that was renamed would show up only on the page, and only there. */
export const labelsWrong: FormRule = {
  id: 'FL15',
  code: 'form.labels_wrong',
  severity: 'error',
  title: 'The words of "x-labels" are not those of "enum": one is missing, or belongs to no value.',
  remedy: 'Give each value of "enum" one word, and no other.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema, pointer }) => {
      const labels = schema['x-labels'];
      if (labels === undefined) return [];
      const at = `${pointer}/x-labels`;
      const values = (schema.enum ?? []).map(String);
      return [
        ...values
          .filter((value) => !Object.hasOwn(labels, value))
          .map((value) => ({
            path: at + pointerOf(value),
            message: `The value "${value}" has no word. Add it to "x-labels".`,
          })),
        ...Object.keys(labels)
          .filter((value) => !values.includes(value))
          .map((value) => ({
            path: at + pointerOf(value),
            message: `"${value}" is no value of "enum". Remove its word, or add the value.`,
          })),
      ];
    }),
};

/** Numbers say enough by themselves; texts such as `not_a_nc` do not. */
export const labelsMissing: FormRule = {
  id: 'FL16',
  code: 'form.labels_missing',
  severity: 'warning',
  title: 'A choice of texts has no "x-labels", so people see the bare values.',
  remedy: 'Add "x-labels".',
  check: ({ schemas }) =>
    schemas
      .filter(
        ({ schema, asks }) =>
          !asks && schema['x-labels'] === undefined && schema.enum?.some((value) => typeof value === 'string') === true,
      )
      .map(({ pointer }) => ({ path: pointer, message: 'People see the bare values of this choice. Add "x-labels".' })),
};
