import { sayState, tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A procedure may well mean it, so this is no error. */
export const dueMissing: WorkflowRule = {
  id: 'WF34',
  code: 'workflow.due_missing',
  severity: 'warning',
  title: 'A task has no due time: it is sorted last and is never overdue.',
  remedy: 'Add "due", such as PT4H or P1D@office.',
  check: (context) =>
    tasksOf(context)
      .filter(({ task }) => task.due === undefined)
      .map(({ node, pointer }) => ({
        path: pointer,
        message: `The task of ${sayState(node)} has no due time, so it is never overdue. Add "due".`,
      })),
};
