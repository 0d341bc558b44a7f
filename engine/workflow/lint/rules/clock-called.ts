import { clockCalls } from '../../../lint/feel-checks.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** `now` stands in history; what a machine read of its clock does not. */
export const clockCalled: WorkflowRule = {
  id: 'WF65',
  code: 'workflow.clock_called',
  severity: 'error',
  title: 'An expression calls now() or today(), which read the clock of the machine: a replay would decide otherwise.',
  remedy: 'Use now, the moment of the step, without brackets.',
  check: ({ expressions }) =>
    expressions.flatMap(({ tree, pointer }) =>
      tree.kind === 'broken' ? [] : clockCalls(tree.root).map((message) => ({ path: pointer, message })),
    ),
};
