import { didYouMean } from '../../../lint/suggest.ts';
import { isInherited } from '../../names.ts';
import { childOf } from '../children.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The effect would give up, as an incident of the first case. */
export const sourceUnknown: WorkflowRule = {
  id: 'WF46',
  code: 'workflow.source_unknown',
  severity: 'error',
  title: 'An invocation of something that nobody can do, or that is an action.',
  remedy: 'Use query, document or another that exists.',
  check({ nodes, around: { effects } }) {
    const known = [...effects].filter(([, effect]) => effect.asked.includes('invoke')).map(([name]) => name);
    return nodes.flatMap(({ file: { invoke }, pointer }) => {
      if (
        invoke === undefined ||
        known.includes(invoke.src) ||
        isInherited(invoke.src) ||
        // Whether that workflow exists has a rule of its own.
        childOf(invoke.src) !== null
      )
        return [];
      const { src } = invoke;
      const message = effects.has(src)
        ? `"${src}" has no result to wait for. Make it an action.`
        : `There is no effect "${src}".${didYouMean(src, known) || ` Use one of: ${known.join(', ')}.`}`;
      return [{ path: `${pointer}/invoke/src`, message, params: { source: src } }];
    });
  },
};
