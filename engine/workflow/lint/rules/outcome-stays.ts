import type { WorkflowRule } from '../workflow-rule.ts';

/** The task is closed by its outcome; a state that is not left would stand there without one. */
export const outcomeStays: WorkflowRule = {
  id: 'WF27',
  code: 'workflow.outcome_stays',
  severity: 'error',
  title: 'An outcome of a task does not leave its state: it has no target, or the state itself without reenter.',
  remedy: 'Give it another target, or add "reenter": true to ask again.',
  check: ({ ways }) =>
    ways.flatMap(({ kind, from, to, transition, pointer, event }) => {
      if (kind !== 'on' || from.file.meta?.task === undefined) return [];
      if (transition.target === undefined)
        return [
          {
            path: pointer,
            message: `The outcome "${event}" leads nowhere: the task would be gone and the case still here. Give it a target.`,
          },
        ];
      return to === from && transition.reenter !== true
        ? [
            {
              path: pointer,
              message: `The outcome "${event}" leads to its own state and does not enter it again, so no task would open. Add "reenter": true.`,
            },
          ]
        : [];
    }),
};
