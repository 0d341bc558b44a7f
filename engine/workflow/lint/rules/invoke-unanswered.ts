import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The result lands in data and nothing moves. */
export const invokeUnanswered: WorkflowRule = {
  id: 'WF20',
  code: 'workflow.invoke_unanswered',
  severity: 'error',
  title: 'An invocation without onDone: the case would wait for ever for what is done already.',
  remedy: 'Say in "onDone" where the case goes with the result.',
  check: ({ nodes }) =>
    nodes
      .filter(
        ({ file: { invoke } }) =>
          invoke !== undefined &&
          (invoke.onDone === undefined || (Array.isArray(invoke.onDone) && invoke.onDone.length === 0)),
      )
      .map((node) => ({
        path: `${node.pointer}/invoke`,
        message: `${sayState(node)} does not say where the case goes with the result of "${node.file.invoke?.src ?? ''}". Add "onDone".`,
      })),
};
