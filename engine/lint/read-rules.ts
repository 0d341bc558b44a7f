import type { LintRule } from './rule.ts';

/**
 * What is asked of the text of a file before anybody asks what it means. The sentences of the docs; `read-json.ts` and
 * `schema-problems.ts` find them. `<file>` stands for workflow or form.
 */
export const READ_RULES: readonly Omit<LintRule<never>, 'check'>[] = [
  {
    id: 'RD1',
    code: 'json.unreadable',
    severity: 'error',
    title: 'The text is no JSON. Line and column are named.',
    remedy: 'Correct it there.',
  },
  {
    id: 'RD2',
    code: 'json.key_twice',
    severity: 'error',
    title: 'A key stands twice in one place: one of the two would be lost without a word.',
    remedy: 'Rename or remove one.',
  },
  {
    id: 'RD3',
    code: 'json.key_forbidden',
    severity: 'error',
    title: 'A key is __proto__, constructor or prototype.',
    remedy: 'Choose another name.',
  },
  {
    id: 'RD4',
    code: 'json.too_large',
    severity: 'error',
    title: 'The file is larger than a megabyte.',
    remedy: 'Split it, or remove what it does not need.',
  },
  {
    id: 'RD5',
    code: 'json.too_deep',
    severity: 'error',
    title: 'The file is nested more than a hundred deep.',
    remedy: 'Make it flatter.',
  },
  { id: 'RD6', code: '<file>.key_missing', severity: 'error', title: 'A key is missing.', remedy: 'Add it.' },
  {
    id: 'RD7',
    code: '<file>.key_unknown',
    severity: 'error',
    title: 'A key is not known at its place.',
    remedy: 'Correct its name, or remove it.',
  },
  {
    id: 'RD8',
    code: '<file>.not_run',
    severity: 'error',
    title: 'A key that other tools know and this product does not run.',
    remedy: 'Each problem says what to write instead.',
  },
  {
    id: 'RD9',
    code: '<file>.kind_wrong',
    severity: 'error',
    title: 'A value is of another kind: a text where a list belongs.',
    remedy: 'Write it as the problem says.',
  },
  {
    id: 'RD10',
    code: '<file>.value_unknown',
    severity: 'error',
    title: 'A value is none of those that the place takes.',
    remedy: 'Choose one of them.',
  },
  {
    id: 'RD11',
    code: '<file>.empty',
    severity: 'error',
    title: 'A text, list or object is empty or too short.',
    remedy: 'Fill it in, or leave it out.',
  },
  {
    id: 'RD12',
    code: '<file>.too_long',
    severity: 'error',
    title: 'A text or list is too long.',
    remedy: 'Shorten it.',
  },
  {
    id: 'RD13',
    code: '<file>.entry_twice',
    severity: 'error',
    title: 'A list names something twice.',
    remedy: 'Remove one.',
  },
  {
    id: 'RD14',
    code: '<file>.text_wrong',
    severity: 'error',
    title: 'A text is not written as it must be: an expression without its =, a pointer without its /.',
    remedy: 'Correct it.',
  },
  {
    id: 'RD15',
    code: '<file>.value_wrong',
    severity: 'error',
    title: 'A number is too small or too large.',
    remedy: 'Correct it.',
  },
  {
    id: 'RD16',
    code: 'workflow.too_large',
    severity: 'error',
    title: 'A workflow has more than a thousand states, or more than 100,000 characters of expressions.',
    remedy: 'Move part of it into a workflow of its own.',
  },
];
