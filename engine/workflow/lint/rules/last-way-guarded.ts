import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Nobody asks again: what has ended does not end twice. */
export const lastWayGuarded: WorkflowRule = {
  id: 'WF21',
  code: 'workflow.last_way_guarded',
  severity: 'error',
  title: 'The last way of an onDone is guarded: if no guard holds, the case hangs with nothing open.',
  remedy: 'Add a last way without a guard.',
  check: ({ ways }) =>
    ways
      .filter(
        ({ kind, index, of, transition }) =>
          (kind === 'onDone' || kind === 'invoke.onDone') && index === of - 1 && transition.guard !== undefined,
      )
      .map(({ pointer, from }) => ({
        path: `${pointer}/guard`,
        message: `If this guard does not hold, the case hangs in ${sayState(from)}. Add a last way without a guard.`,
      })),
};
