import { didYouMean } from '../../../lint/suggest.ts';
import { isInherited } from '../../names.ts';
import type { WorkflowRule } from '../workflow-rule.ts';
import { isXStateAction } from './action-not-run.ts';

/** XState finds nothing wrong with a name that nobody implements. */
export const actionUnknown: WorkflowRule = {
  id: 'WF45',
  code: 'workflow.action_unknown',
  severity: 'error',
  title: 'An action that nobody can do, or one that can only be invoked.',
  remedy: 'Use set, notify or another that exists.',
  check({ actions, around: { effects } }) {
    const known = [
      'set',
      ...[...effects].filter(([, effect]) => effect.asked.includes('action')).map(([name]) => name),
    ];
    return actions.flatMap(({ type, typePointer }) => {
      if (known.includes(type) || isXStateAction(type) || isInherited(type)) return [];
      const message = effects.has(type)
        ? `"${type}" has a result that must be waited for. Give it a state with "invoke".`
        : `There is no action "${type}".${didYouMean(type, known) || ` Use one of: ${known.join(', ')}.`}`;
      return [{ path: typePointer, message, params: { action: type } }];
    });
  },
};
