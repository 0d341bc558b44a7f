import { stateKind } from '../../target-of.ts';
import type { StateNode } from '../../walk-states.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A branch of a parallel needs no onDone: the parallel has it. */
export const doneUnanswered: WorkflowRule = {
  id: 'WF23',
  code: 'workflow.done_unanswered',
  severity: 'error',
  title: 'What is inside a state can end, and the state does not say what comes then.',
  remedy: 'Add "onDone".',
  check: ({ nodes }) =>
    nodes
      .filter(
        (node) =>
          node.parent !== null &&
          stateKind(node.parent) !== 'parallel' &&
          node.file.onDone === undefined &&
          canEnd(node, nodes),
      )
      .map((node) => ({
        path: node.pointer,
        message: `What is inside ${sayState(node)} can end, and nothing says what comes then. Add "onDone".`,
      })),
};

/** True if a state can be done: a compound has a final child, all branches of a parallel can be done. */
export function canEnd(node: StateNode, nodes: readonly StateNode[]): boolean {
  const children = nodes.filter((child) => child.parent === node);
  if (stateKind(node) === 'parallel')
    return children.every((child) => stateKind(child) === 'final' || canEnd(child, nodes));
  return stateKind(node) === 'compound' && children.some((child) => stateKind(child) === 'final');
}
