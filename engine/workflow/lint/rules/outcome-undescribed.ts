import type { WorkflowRule } from '../workflow-rule.ts';

/** The description of the first way is the button, and the place that is translated. */
export const outcomeUndescribed: WorkflowRule = {
  id: 'WF33',
  code: 'workflow.outcome_undescribed',
  severity: 'warning',
  title: 'The first way of an outcome or a command has no description, so its button shows the bare name.',
  remedy: 'Add "description" to it.',
  check: ({ ways }) =>
    ways
      .filter(
        ({ kind, index, transition, from }) =>
          kind === 'on' &&
          index === 0 &&
          transition.description === undefined &&
          // A task for each item has its buttons in "outcomes".
          from.file.meta?.task?.forEach === undefined &&
          (from.file.meta?.task !== undefined || transition.meta?.command !== undefined),
      )
      .map(({ pointer, event }) => ({
        path: pointer,
        message: `The button of "${event}" has no name. Add "description".`,
      })),
};
