import { didYouMean } from '../../../lint/suggest.ts';
import { pointer as pointerOf } from '../../../model/problem.ts';
import type { FormRule } from '../form-context.ts';

/** Such an answer could never be complete. */
export const requiredUnknown: FormRule = {
  id: 'FL17',
  code: 'form.required_unknown',
  severity: 'error',
  title: '"required" names a field that is not there, so nobody could ever answer.',
  remedy: 'Name a field, or describe it.',
  check: ({ schemas, hasField, fields }) =>
    schemas.flatMap(({ schema, pointer, path }) =>
      [...(schema.required ?? []).entries()]
        .filter(([, name]) => !hasField([...path, name]) && !(path.length === 0 && name === 'outcome'))
        .map(([index, name]) => ({
          path: `${pointer}/required/${index}`,
          message: `There is no field "${name}" here.${
            didYouMean(
              name,
              fields.map((field) => field.name),
            ) || ' Describe it in "properties", or remove it.'
          }`,
        })),
    ),
};

/** It would never hold, or always, and nobody would see why. */
export const conditionUnknown: FormRule = {
  id: 'FL18',
  code: 'form.condition_unknown',
  severity: 'error',
  title: 'A condition asks about a field that is not there.',
  remedy: 'Name a field of the form, or outcome.',
  check: ({ schemas, hasField, fields }) =>
    schemas
      .filter(({ asks }) => asks)
      .flatMap(({ schema, pointer, path }) =>
        Object.keys(schema.properties ?? {})
          .filter((name) => !hasField([...path, name]) && !(path.length === 0 && name === 'outcome'))
          .map((name) => ({
            path: `${pointer}/properties${pointerOf(name)}`,
            message: `The condition asks about "${name}", which is no field of the form.${didYouMean(name, ['outcome', ...fields.map((field) => field.name)]) || ' Name one that is.'}`,
          })),
      ),
};

/** A picker of nothing offers nothing. */
export const formRegisterUnknown: FormRule = {
  id: 'FL19',
  code: 'form.register_unknown',
  severity: 'error',
  title: '"x-ref" names a register that does not exist.',
  remedy: 'Name one that does.',
  check: ({ schemas, around: { registers } }) =>
    schemas.flatMap(({ schema, pointer }) => {
      const name = schema['x-ref'];
      return name === undefined || registers.has(name)
        ? []
        : [
            {
              path: `${pointer}/x-ref`,
              message: `There is no register "${name}".${didYouMean(name, registers.keys()) || ' Name one that exists.'}`,
              params: { register: name },
            },
          ];
    }),
};

/** The page shows the sentence at the field; without one it stands nowhere. */
export const checkUnplaced: FormRule = {
  id: 'FL20',
  code: 'form.check_unplaced',
  severity: 'error',
  title: 'A check points at a field that is not there, so nobody would see its sentence.',
  remedy: 'Point at a field of the form.',
  check: ({ form, fields }) => {
    const places = new Set(fields.map(({ path }) => `/${path.join('/')}`));
    return [...(form.checks ?? []).entries()]
      .filter(([, { at }]) => !places.has(at.replace(/\/\d+(?=\/|$)/g, '/*')))
      .map(([index, { at }]) => ({
        path: `/checks/${index}/at`,
        message: `There is no field at "${at}".${didYouMean(at, places) || ' Point at one of the form.'}`,
      }));
  },
};

/** The title is the label, and what problems call the field. */
export const titleMissing: FormRule = {
  id: 'FL21',
  code: 'form.title_missing',
  severity: 'warning',
  title: 'A field has no title, so people see its bare name.',
  remedy: 'Add "title".',
  check: ({ fields }) => {
    const titled = new Set(fields.filter(({ schema }) => schema.title !== undefined).map(({ path }) => path.join('/')));
    return fields
      .filter(({ path }) => !titled.has(path.join('/')))
      .map(({ name, pointer }) => ({ path: pointer, message: `People see the bare name "${name}". Add "title".` }));
  },
};
