import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** An effect has ended and a branch too: nobody asks again. */
export const wayLeadsNowhere: WorkflowRule = {
  id: 'WF25',
  code: 'workflow.way_leads_nowhere',
  severity: 'error',
  title:
    'A way of always, onDone or onError has no target: the one would be taken again and again, the others leave the case with nothing open.',
  remedy: 'Give it a target, or move its actions to "entry".',
  check: ({ ways }) =>
    ways
      .filter(
        ({ kind, transition }) =>
          (kind === 'always' || kind === 'onDone' || kind === 'invoke.onDone' || kind === 'invoke.onError') &&
          transition.target === undefined,
      )
      .map(({ kind, pointer, from }) => ({
        path: pointer,
        message:
          kind === 'always'
            ? `This way of ${sayState(from)} leads nowhere, so it would be taken for ever. Give it a target.`
            : `This way of ${sayState(from)} leads nowhere, and nothing is open afterwards. Give it a target.`,
      })),
};
