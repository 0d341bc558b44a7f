import { freePaths } from '../../../feel/free-paths.ts';
import { brokenFeel, clockCalls, costlyParts, unknownFunctions } from '../../../lint/feel-checks.ts';
import { didYouMean } from '../../../lint/suggest.ts';
import { FORM_ROOTS } from '../../form-expressions.ts';
import type { FormContext, FormFeel, FormRule } from '../form-context.ts';

/** A check that cannot be read would throw when the first answer comes in. */
export const formFeelBroken: FormRule = {
  id: 'FL22',
  code: 'form.feel_broken',
  severity: 'error',
  title: 'An expression cannot be read.',
  remedy: 'Correct it at the character that is named.',
  check: ({ expressions }) =>
    expressions.flatMap(({ feel, tree, pointer }) =>
      tree.kind === 'broken'
        ? [{ path: pointer, message: brokenFeel(feel, tree.from), params: { character: tree.from + 1 } }]
        : [],
    ),
};

/** What is not seen is null, and a check that is null holds: it would check nothing. */
export const formFeelName: FormRule = {
  id: 'FL23',
  code: 'form.feel_name_unknown',
  severity: 'error',
  title:
    'An expression names something that it does not see: a form sees answers, data, refs, now, and row where rows are computed.',
  remedy: 'Write the whole path, such as answers.qty.',
  check: ({ expressions, hasField }) =>
    pathsRead(expressions).flatMap(({ expression, path: [root = ''] }) => {
      const roots = expression.row === null ? FORM_ROOTS.filter((name) => name !== 'row') : FORM_ROOTS;
      if (roots.some((name) => name === root)) return [];
      const hint = hasField([root])
        ? ` Did you mean "answers.${root}"?`
        : didYouMean(root, roots) || ' Write the whole path, such as answers.qty.';
      return [
        { path: expression.pointer, message: `The expression does not see "${root}".${hint}`, params: { name: root } },
      ];
    }),
};

/** What stands in `data` is the case's business; the form knows its own answers. */
export const formPathUnknown: FormRule = {
  id: 'FL24',
  code: 'form.path_unknown',
  severity: 'error',
  title: 'An expression reads a field that the form does not have, or the record of a field that names none.',
  remedy: 'Correct the name.',
  check: (context) =>
    pathsRead(context.expressions).flatMap(({ expression, path }) => {
      const sentence = unknownIn(context, expression, path);
      return sentence === null
        ? []
        : [{ path: expression.pointer, message: sentence, params: { path: path.join('.') } }];
    }),
};

/** A function that is not there gives null, and a check that is null holds. */
export const formFunction: FormRule = {
  id: 'FL25',
  code: 'form.function_unknown',
  severity: 'error',
  title:
    'An expression calls a function that does not exist, or plus(), which forms do not have: working time is not counted there.',
  remedy: 'Use a function of FEEL, or coalesce, money, earliest, latest.',
  check: ({ expressions }) =>
    readable(expressions).flatMap(({ expression, root }) => {
      const counts = /\bplus\s*\(/.test(expression.feel)
        ? ['Forms do not count working time, so plus() is null here. Write the moment into data first.']
        : [];
      return [...unknownFunctions(root), ...counts].map((message) => ({ path: expression.pointer, message }));
    }),
};

/** The page and the server would see two moments, and a replay a third. */
export const formClock: FormRule = {
  id: 'FL26',
  code: 'form.clock_called',
  severity: 'error',
  title: 'An expression calls now() or today(), which read the clock of the machine.',
  remedy: 'Use now, without brackets.',
  check: ({ expressions }) =>
    readable(expressions).flatMap(({ expression, root }) =>
      clockCalls(root).map((message) => ({ path: expression.pointer, message })),
    ),
};

/** Checks run on every keystroke of the page and again on the server. */
export const formFeelCostly: FormRule = {
  id: 'FL27',
  code: 'form.feel_too_costly',
  severity: 'error',
  title:
    'An expression could keep the server busy: more than 500 parts, a long range, a computed or unsafe pattern, or a function of its own.',
  remedy: 'Write it shorter and simply.',
  check: ({ expressions }) =>
    readable(expressions).flatMap(({ expression, root }) =>
      costlyParts(root).map((message) => ({ path: expression.pointer, message })),
    ),
};

function readable(expressions: readonly FormFeel[]) {
  return expressions.flatMap((expression) =>
    expression.tree.kind === 'broken' ? [] : [{ expression, root: expression.tree.root }],
  );
}

function pathsRead(expressions: readonly FormFeel[]) {
  return readable(expressions).flatMap(({ expression, root }) =>
    freePaths(root, FORM_ROOTS).map(({ path }) => ({ expression, path })),
  );
}

function unknownIn({ fields }: FormContext, { row }: FormFeel, [root, ...keys]: readonly string[]): string | null {
  const [name] = keys;
  if (name === undefined) return null;
  const plain = fields.map((field) => ({ field, keys: field.path.filter((key) => key !== '*') }));
  if (root === 'answers') {
    const known = new Set([
      'outcome',
      ...plain.flatMap(({ field, keys: own }) => [
        own.join('.'),
        ...(field.schema['x-file'] === undefined
          ? []
          : ['id', 'name', 'size', 'type', 'sha256'].map((key) => [...own, key].join('.'))),
      ]),
    ]);
    return known.has(keys.join('.'))
      ? null
      : `The form has no field "${keys.join('.')}".${didYouMean(keys.join('.'), known) || ' Correct the name.'}`;
  }
  if (root === 'row' && row !== null) {
    const columns = fields
      .filter((field) => field.path.length === row.length + 1 && row.every((key, index) => key === field.path[index]))
      .map((field) => field.name);
    return columns.includes(name)
      ? null
      : `The rows have no field "${name}".${didYouMean(name, columns) || ' Correct the name.'}`;
  }
  if (root !== 'refs') return null;
  const picked = plain
    .filter(
      ({ field, keys: own }) =>
        own.length === 1 && (field.schema['x-ref'] ?? field.schema.items?.['x-ref']) !== undefined,
    )
    .map(({ field }) => field.name);
  return picked.includes(name)
    ? null
    : `No record stands behind "${name}".${didYouMean(name, picked) || ' Name a field with "x-ref".'}`;
}
