import { didYouMean } from '../../../lint/suggest.ts';
import { effectCalls, literalAt } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The effect would give up, as an incident of the first case. */
export const registerUnknown: WorkflowRule = {
  id: 'WF51',
  code: 'workflow.register_unknown',
  severity: 'error',
  title: 'A record of a register that does not exist.',
  remedy: 'Name one that does.',
  check(context) {
    const { registers, effects } = context.around;
    return effectCalls(context).flatMap((call) => {
      const name = call.name === 'record' && effects.has('record') ? literalAt(call, 'register') : null;
      return name === null || registers.has(name)
        ? []
        : [
            {
              path: `${call.pointer}/register`,
              message: `There is no register "${name}".${didYouMean(name, registers.keys()) || ' Name one that exists.'}`,
              params: { register: name },
            },
          ];
    });
  },
};
