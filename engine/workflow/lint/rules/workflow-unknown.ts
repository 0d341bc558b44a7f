import { didYouMean } from '../../../lint/suggest.ts';
import { childOf } from '../children.ts';
import { effectCalls, literalAt } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The effect would give up, as an incident of the first case; a message would wait until its time is over. */
export const workflowUnknown: WorkflowRule = {
  id: 'WF56',
  code: 'workflow.workflow_unknown',
  severity: 'error',
  title: 'A child, a start or a message names a workflow that does not exist.',
  remedy: 'Name one that does, or publish it first.',
  check(context) {
    const { workflows } = context.around;
    const known = workflows === undefined ? null : new Set([context.file.id, ...workflows.keys()]);
    const named = effectCalls(context).flatMap((call) => {
      const child = childOf(call.name);
      if (child !== null) return [{ id: child, path: call.pointer.replace(/input$/, 'src') }];
      const id = call.name === 'start' || call.name === 'message' ? literalAt(call, 'workflow') : null;
      return id === null ? [] : [{ id, path: `${call.pointer}/workflow` }];
    });
    return named
      .filter(({ id }) => (known === null ? id === '' : !known.has(id)))
      .map(({ id, path }) => ({
        path,
        message: `There is no workflow "${id}".${didYouMean(id, known ?? []) || ' Name one that exists, or publish it first.'}`,
        params: { workflow: id },
      }));
  },
};
