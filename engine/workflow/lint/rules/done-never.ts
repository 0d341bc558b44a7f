import { sayState } from '../lint-context.ts';
import { stateKind } from '../../target-of.ts';
import type { WorkflowRule } from '../workflow-rule.ts';
import { canEnd } from './done-unanswered.ts';

/** A branch that watches has no end, so its parallel must be left by the flow. */
export const doneNever: WorkflowRule = {
  id: 'WF24',
  code: 'workflow.done_never',
  severity: 'error',
  title: 'A state has an onDone that is never taken: nothing inside is final, or one branch of a parallel never ends.',
  remedy: 'Add a final state, or let the flow leave by a # target and remove "onDone".',
  check: ({ nodes }) =>
    nodes
      .filter(
        (node) =>
          node.parent !== null &&
          node.file.onDone !== undefined &&
          node.file.states !== undefined &&
          !canEnd(node, nodes),
      )
      .map((node) => {
        const endless =
          stateKind(node) === 'parallel'
            ? nodes.filter((child) => child.parent === node && stateKind(child) !== 'final' && !canEnd(child, nodes))
            : [];
        const why =
          endless.length === 0
            ? 'it has no final state inside'
            : `the branch ${endless.map(sayState).join(' and ')} has no final state`;
        return {
          path: `${node.pointer}/onDone`,
          message: `${sayState(node)} is never done: ${why}. Add one, or remove "onDone" and leave by a # target.`,
        };
      }),
};
