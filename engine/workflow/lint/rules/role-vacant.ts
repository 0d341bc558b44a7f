import { askersOf } from '../askers.ts';
import { listedNames } from '../feel-lists.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Asked only where people are known; a plant that is still empty can publish. */
export const roleVacant: WorkflowRule = {
  id: 'WF32',
  code: 'workflow.role_vacant',
  severity: 'error',
  title: 'No active person has any of the roles that a task, a command or the start names.',
  remedy: 'Give the role to somebody, or name another.',
  check(context) {
    const { people, roles } = context.around;
    if (people === undefined) return [];
    const held = new Set(people.filter(({ active }) => active).flatMap((person) => person.roles));
    return askersOf(context).flatMap(({ who, pointer, said }) => {
      const path = `${pointer}/roles`;
      const named = listedNames(who.roles, path).map(({ name }) => name);
      // A role that does not exist has a rule of its own.
      if (named.length === 0 || named.some((name) => held.has(name) || !roles.has(name))) return [];
      return [
        {
          path,
          message: `Nobody who is active may do ${said}: no one has the role ${named.map((name) => `"${name}"`).join(' or ')}. Give it to somebody, or name another.`,
        },
      ];
    });
  },
};
