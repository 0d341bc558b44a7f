import { sayState, tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The task would be open for ever. */
export const taskWithoutOutcome: WorkflowRule = {
  id: 'WF30',
  code: 'workflow.task_without_outcome',
  severity: 'error',
  title: 'A task has no outcome, so nobody could complete it.',
  remedy: 'Add "on" with at least one outcome.',
  check: (context) =>
    tasksOf(context)
      .filter(({ node }) => Object.keys(node.file.on ?? {}).length === 0)
      .map(({ node }) => ({
        path: node.pointer,
        message: `The task of ${sayState(node)} has no outcome, so nobody could complete it. Add "on" with at least one.`,
      })),
};
