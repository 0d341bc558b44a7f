import { brokenFeel } from '../../../lint/feel-checks.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** It would fail only when the case comes there. */
export const feelBroken: WorkflowRule = {
  id: 'WF60',
  code: 'workflow.feel_broken',
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
