import { pointer } from '../../../model/problem.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** XState broadcasts: a `*` also catches timers and results, and its own events belong to the engine alone. */
export const eventForbidden: WorkflowRule = {
  id: 'WF15',
  code: 'workflow.event_forbidden',
  severity: 'error',
  title:
    'An event has a * in its name, which would catch timers and results too, or begins with xstate., which only the engine sends.',
  remedy: 'Name the outcome or command.',
  check: ({ nodes }) =>
    nodes.flatMap((node) =>
      Object.keys(node.file.on ?? {}).flatMap((event) => {
        const path = `${node.pointer}/on${pointer(event)}`;
        if (event.includes('*'))
          return [
            {
              path,
              message: `"${event}" would catch every event, timers and results too. Name each outcome or command.`,
            },
          ];
        return event.startsWith('xstate.')
          ? [
              {
                path,
                message: `"${event}" is sent by the engine alone. Use "after", "onDone" or "onError", or choose another name.`,
              },
            ]
          : [];
      }),
    ),
};
