import { isExpression } from '../../../feel/expression.ts';
import { readFeelTree } from '../../../feel/feel-tree.ts';
import { freePaths } from '../../../feel/free-paths.ts';
import { brokenFeel, clockCalls, costlyParts, unknownFunctions } from '../../../lint/feel-checks.ts';
import type { Finding } from '../../../lint/rule.ts';
import { isJsonObject } from '../../../model/json.ts';
import { pointer } from '../../../model/problem.ts';
import { type EffectCall, effectCalls } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

const ROOTS = ['record', 'with'];

/** The handler evaluates them inside the compare-and-set; with a = the step would, before the record is known. */
export const recordFeel: WorkflowRule = {
  id: 'WF78',
  code: 'workflow.record_feel',
  severity: 'error',
  title:
    'What a record is expected to be, or is changed to, cannot be read, begins with =, or sees more than record and with.',
  remedy: 'Write FEEL without = over record and with, and hand in through "with" what the case knows.',
  check: (context) =>
    effectCalls(context)
      .filter(({ name }) => name === 'record')
      .flatMap(checkCall),
};

function checkCall({ input: { expect, change }, pointer: at }: EffectCall): readonly Finding[] {
  // An `expect` with a = is the revision that the case has seen.
  const expected = typeof expect === 'string' && !isExpression(expect) ? checkFeel(expect, `${at}/expect`) : [];
  const changes = isJsonObject(change) ? Object.entries(change) : [];
  return [
    ...expected,
    ...changes.flatMap(([field, feel]): readonly Finding[] => {
      const path = `${at}/change${pointer(field)}`;
      if (typeof feel !== 'string')
        return [{ path, message: 'A change is FEEL over record and with, as a text. Move a plain value to "set".' }];
      if (isExpression(feel))
        return [
          { path, message: 'A change is evaluated when the record is known, so no = stands before it. Remove the =.' },
        ];
      return checkFeel(feel, path);
    }),
  ];
}

function checkFeel(feel: string, path: string): readonly Finding[] {
  const tree = readFeelTree(feel);
  if (tree.kind === 'broken') return [{ path, message: brokenFeel(feel, tree.from) }];
  const unseen = freePaths(tree.root, ROOTS).filter(({ path: [root = ''] }) => !ROOTS.includes(root));
  return [
    ...unseen.map((read) => `Here one sees record and with, not "${read.path.join('.')}". Hand it in through "with".`),
    ...unknownFunctions(tree.root),
    ...clockCalls(tree.root),
    ...costlyParts(tree.root),
  ].map((message) => ({ path, message }));
}
