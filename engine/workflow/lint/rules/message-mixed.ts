import { messagesOf } from '../message-ways.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Whoever sends the message would press the button, and nobody would ask whether they may. */
export const messageMixed: WorkflowRule = {
  id: 'WF38',
  code: 'workflow.message_mixed',
  severity: 'error',
  title: 'An event is a message in one state and a command in another.',
  remedy: 'Give one of the two another name, or make both commands.',
  check(context) {
    const commands = new Set(
      context.ways
        .filter(({ kind, transition }) => kind === 'on' && transition.meta?.command !== undefined)
        .map(({ event }) => event),
    );
    return messagesOf(context)
      .filter(({ event }) => commands.has(event))
      .map(({ pointer, event }) => ({
        path: pointer,
        message: `"${event}" is a message here and a command elsewhere. Give one of them another name, or add "command" here too.`,
        params: { event },
      }));
  },
};
