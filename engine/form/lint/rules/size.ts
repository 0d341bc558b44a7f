import type { FormRule } from '../form-context.ts';

const DEEPEST = 12;
const MOST_NODES = 2_000;

/** Both validators go down one level of stack for each. */
export const formTooDeep: FormRule = {
  id: 'FL7',
  code: 'form.too_deep',
  severity: 'error',
  title: `The schema is nested more than ${DEEPEST} deep.`,
  remedy: 'Make it flatter.',
  check: ({ schemas }) =>
    schemas
      .filter(({ depth }) => depth === DEEPEST + 1)
      .map(({ pointer }) => ({
        path: pointer,
        message: `The schema is nested more than ${DEEPEST} deep here. Make it flatter.`,
      })),
};

/** Checked with every error collected, a huge schema blocks the server. */
export const formTooLarge: FormRule = {
  id: 'FL8',
  code: 'form.too_large',
  severity: 'error',
  title: `The schema has more than ${MOST_NODES} parts.`,
  remedy: 'Split the form.',
  check: ({ schemas }) =>
    schemas.length > MOST_NODES
      ? [
          {
            path: '/schema',
            message: `The schema has ${schemas.length} parts; at most ${MOST_NODES} are checked. Split the form.`,
          },
        ]
      : [],
};
