import { didYouMean } from '../../../lint/suggest.ts';
import { isMeaning, MEANINGS } from '../../../model/signature.ts';
import { listedNames } from '../feel-lists.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A signature whose meaning nobody can read is worth nothing to an auditor. */
export const signUnknown: WorkflowRule = {
  id: 'WF17',
  code: 'workflow.sign_unknown',
  severity: 'error',
  title:
    'A task or a command is signed with a meaning that the plant does not know, also where an expression spells it out.',
  remedy: `Write one of ${MEANINGS.join(', ')}, or an expression that gives one.`,
  check(context) {
    const signed = [
      ...tasksOf(context).map(({ task, pointer }) => ({ sign: task.sign, path: `${pointer}/sign` })),
      ...context.ways.map(({ transition, pointer }) => ({
        sign: transition.meta?.command?.sign,
        path: `${pointer}/meta/command/sign`,
      })),
    ];
    return signed
      .flatMap(({ sign, path }) => listedNames(sign, path))
      .filter(({ name }) => !isMeaning(name))
      .map(({ name, path }) => ({
        path,
        message: `A signature cannot mean "${name}".${didYouMean(name, MEANINGS) || ` Write one of ${MEANINGS.join(', ')}.`}`,
        params: { meaning: name },
      }));
  },
};
