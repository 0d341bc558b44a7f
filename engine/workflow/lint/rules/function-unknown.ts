import { unknownFunctions } from '../../../lint/feel-checks.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A function that is not there gives null, and its guard is silently false. */
export const functionUnknown: WorkflowRule = {
  id: 'WF64',
  code: 'workflow.function_unknown',
  severity: 'error',
  title: 'An expression calls a function that does not exist.',
  remedy: 'Use a function of FEEL, or coalesce, money, earliest, latest, plus.',
  check: ({ expressions }) =>
    expressions.flatMap(({ tree, pointer }) =>
      tree.kind === 'broken' ? [] : unknownFunctions(tree.root).map((message) => ({ path: pointer, message })),
    ),
};
