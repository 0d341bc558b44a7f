import type { FormRule } from '../form-context.ts';

/** NM2, for forms: the id is the name of a file and part of an address. */
export const formIdInvalid: FormRule = {
  id: 'FL1',
  code: 'form.id_invalid',
  severity: 'error',
  title: 'The id of the form is no kebab-case name.',
  remedy: 'Use small letters, digits and -, beginning with a letter.',
  check: ({ form }) =>
    /^[a-z][a-z0-9-]{0,62}$/.test(form.id) && !(form.id in Object.prototype)
      ? []
      : [
          {
            path: '/id',
            message: `"${form.id}" is no id of a form. Use small letters, digits and -, beginning with a letter.`,
          },
        ],
};
