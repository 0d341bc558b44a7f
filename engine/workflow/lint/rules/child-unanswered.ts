import { childOf } from '../children.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A child may be withdrawn or made void; then it has not done what its parent waits for. */
export const childUnanswered: WorkflowRule = {
  id: 'WF59',
  code: 'workflow.child_unanswered',
  severity: 'error',
  title: 'A child without onError: one that is cancelled or void would leave its parent with an incident.',
  remedy: 'Say in "onError" where the case goes then.',
  check: ({ nodes }) =>
    nodes
      .filter(
        ({ file: { invoke } }) =>
          invoke !== undefined &&
          childOf(invoke.src) !== null &&
          (invoke.onError === undefined || (Array.isArray(invoke.onError) && invoke.onError.length === 0)),
      )
      .map((node) => ({
        path: `${node.pointer}/invoke`,
        message: `${sayState(node)} does not say where the case goes when its child is cancelled or void. Add "onError".`,
      })),
};
