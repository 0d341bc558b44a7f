import { didYouMean } from '../../../lint/suggest.ts';
import { messagesOf } from '../message-ways.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** What is reported a second time would reach nobody. */
export const takenUnheard: WorkflowRule = {
  id: 'WF39',
  code: 'workflow.taken_unheard',
  severity: 'error',
  title: '"taken" names a message that no state waits for, or stands in a workflow whose key is never taken.',
  remedy: 'Name a message of the workflow, and say "unique".',
  check(context) {
    const { taken, unique } = context.file.meta;
    if (taken === undefined) return [];
    const messages = new Set(messagesOf(context).map(({ event }) => event));
    const unheard = `No state waits for the message "${taken}".${didYouMean(taken, messages) || ' Add it to "on", or name another.'}`;
    return [
      ...(messages.has(taken) ? [] : [unheard]),
      ...(unique === undefined || unique === false
        ? ['A key can only be taken where it is unique. Add "unique", or remove "taken".']
        : []),
    ].map((message) => ({ path: '/meta/taken', message }));
  },
};
