import type { WorkflowRule } from '../workflow-rule.ts';

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['assign', 'Use "set".'],
  ['raise', 'Use "always", or a state of its own.'],
  ['sendTo', 'There are no live actors here. Use "invoke".'],
  ['sendParent', 'There are no live actors here. End the case with "output".'],
  ['forwardTo', 'There are no live actors here. Use "invoke".'],
  ['spawnChild', 'There are no live actors here. Use "invoke".'],
  ['stopChild', 'An invocation stops when its state is left. Remove it.'],
  ['stop', 'An invocation stops when its state is left. Remove it.'],
  ['cancel', 'A timer stops when its state is left. Remove it.'],
  ['emit', 'Nobody listens. Use "notify".'],
  ['log', 'History keeps what happened. Remove it.'],
  ['enqueueActions', 'Write the actions as a list; a guard chooses between ways.'],
  ['pure', 'Write the actions as a list; a guard chooses between ways.'],
  ['choose', 'Write a way for each choice, with guards.'],
]);

/** XState knows them, so nothing would fail: they would only not happen. */
export const actionNotRun: WorkflowRule = {
  id: 'WF16',
  code: 'workflow.action_not_run',
  severity: 'error',
  title: 'An action of XState that is not run here: assign, raise, sendTo, spawnChild, emit, log and others.',
  remedy: 'Each problem says what to write instead.',
  check: ({ actions }) =>
    actions.flatMap(({ type, typePointer }) => {
      const own = /^(?:xstate|gembaflow)\./.test(type) ? 'It belongs to the engine. Remove it.' : INSTEAD.get(type);
      return own === undefined
        ? []
        : [{ path: typePointer, message: `The action "${type}" is not run. ${own}`, params: { action: type } }];
    }),
};

/** True for an action that this rule refuses. */
export const isXStateAction = (type: string): boolean => INSTEAD.has(type) || /^(?:xstate|gembaflow)\./.test(type);
