import type { FormRule } from '../form-context.ts';

/** `a-b` would be a subtraction, and `toString` would be found without being there. */
const isName = (name: string): boolean =>
  /^[a-z][a-z0-9_]{0,62}$/.test(name) && !name.includes('__') && !(name in Object.prototype);

/** NM1, for fields: expressions name them. */
export const fieldNameInvalid: FormRule = {
  id: 'FL2',
  code: 'form.name_invalid',
  severity: 'error',
  title: 'A field is called what expressions cannot say.',
  remedy: 'Use small letters, digits and _, beginning with a letter.',
  check: ({ fields }) =>
    fields
      .filter(({ name }) => !isName(name))
      .map(({ name, pointer }) => ({
        path: pointer,
        message: `"${name}" is no name that expressions can say. Use small letters, digits and _, beginning with a letter.`,
      })),
};

/** The outcome is the only decision; the checker adds it to the answers. */
export const fieldNameTaken: FormRule = {
  id: 'FL3',
  code: 'form.name_taken',
  severity: 'error',
  title: 'A field is called outcome, which is the button that was pressed.',
  remedy: 'Choose another name, or ask for nothing that the buttons say.',
  check: ({ fields }) =>
    fields
      .filter(({ path }) => path.length === 1 && path[0] === 'outcome')
      .map(({ pointer }) => ({
        path: pointer,
        message: '"outcome" is the button that was pressed. Choose another name, or leave the field out.',
      })),
};
