import { didYouMean } from '../../../lint/suggest.ts';
import { effectCalls, literalAt } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The effect would give up, as an incident of the first case. */
export const queryUnknown: WorkflowRule = {
  id: 'WF48',
  code: 'workflow.query_unknown',
  severity: 'error',
  title: 'A query that does not exist.',
  remedy: 'Name one that does.',
  check(context) {
    const { queries } = context.around;
    if (queries === undefined) return [];
    return effectCalls(context).flatMap((call) => {
      const id = call.name === 'query' ? literalAt(call, 'query') : null;
      return id === null || queries.has(id)
        ? []
        : [
            {
              path: `${call.pointer}/query`,
              message: `There is no query "${id}".${didYouMean(id, queries.keys()) || ' Name one that exists.'}`,
              params: { query: id },
            },
          ];
    });
  },
};
