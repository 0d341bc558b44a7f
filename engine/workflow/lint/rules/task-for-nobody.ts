import { askersOf } from '../askers.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The case would hang, with an incident. */
export const taskForNobody: WorkflowRule = {
  id: 'WF31',
  code: 'workflow.task_for_nobody',
  severity: 'error',
  title: 'A task or a command says neither by role nor by name who may do it.',
  remedy: 'Add "roles" or "by".',
  check: (context) =>
    askersOf(context)
      .filter(({ who }) => isEmpty(who.roles) && isEmpty(who.by))
      .map(({ pointer, said }) => ({
        path: pointer,
        message: `Nobody may do ${said}: it names neither roles nor people. Add "roles" or "by".`,
      })),
};

const isEmpty = (names: unknown): boolean => names === undefined || (Array.isArray(names) && names.length === 0);
