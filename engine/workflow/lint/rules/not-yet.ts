import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** What the language has words for and the engine does not do yet. It shrinks as the engine grows. */
export const notYet: WorkflowRule = {
  id: 'WF17',
  code: 'workflow.not_yet',
  severity: 'error',
  title: 'Something that the language knows and the engine does not run yet: the signature of a task.',
  remedy: 'Leave it out for now.',
  check: (context) =>
    tasksOf(context)
      .filter(({ task }) => task.sign !== undefined)
      .map(({ pointer }) => ({
        path: `${pointer}/sign`,
        message: 'Signatures are not run yet. Leave it out for now.',
      })),
};
