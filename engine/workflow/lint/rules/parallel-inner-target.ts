import { isInside, stateKind } from '../../target-of.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** XState enters all regions again, with their tasks. */
export const parallelInnerTarget: WorkflowRule = {
  id: 'WF28',
  code: 'workflow.parallel_inner_target',
  severity: 'error',
  title:
    'A way of a parallel state leads into one of its branches, which would throw all the others back to their beginning.',
  remedy: 'Write the way on the branch.',
  check: ({ ways }) =>
    ways.flatMap(({ from, to, pointer }) =>
      stateKind(from) === 'parallel' && to !== undefined && isInside(to, from)
        ? [
            {
              path: pointer,
              message: `This way leads into one branch of ${sayState(from)} and would throw all the others back to their beginning. Write it on the branch of ${sayState(to)}.`,
            },
          ]
        : [],
    ),
};
