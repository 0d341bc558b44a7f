import { looseNegations } from '../../../lint/feel-checks.ts';
import { isOptional } from '../feel-paths.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Most guards that let something pass by mistake look like this. */
export const feelNegation: WorkflowRule = {
  id: 'WF66',
  code: 'workflow.feel_negation',
  severity: 'warning',
  title: 'An expression uses != or not over something that may be missing: the one is then true, the other null.',
  remedy: 'Say what holds when it is missing, with = null or coalesce().',
  check: (context) =>
    context.expressions.flatMap(({ tree, pointer }) =>
      tree.kind === 'broken'
        ? []
        : looseNegations(tree.root, (path) => isOptional(context, path)).map((message) => ({ path: pointer, message })),
    ),
};
