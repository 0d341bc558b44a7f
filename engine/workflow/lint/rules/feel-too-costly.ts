import { costlyParts } from '../../../lint/feel-checks.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** An engineer writes it once; every step of every case pays for it. */
export const feelTooCostly: WorkflowRule = {
  id: 'WF68',
  code: 'workflow.feel_too_costly',
  severity: 'error',
  title:
    'An expression could keep the server busy: more than 500 parts, a range of more than 100,000, a pattern that is computed, long or repeats what repeats, or a function of its own.',
  remedy: 'Write part of it into data first, or write the pattern out and simply.',
  check: ({ expressions }) =>
    expressions.flatMap(({ tree, pointer }) =>
      tree.kind === 'broken' ? [] : costlyParts(tree.root).map((message) => ({ path: pointer, message })),
    ),
};
