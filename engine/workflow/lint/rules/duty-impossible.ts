import { dutiesForNobody } from '../duties.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Every case would stop here with an incident. */
export const dutyImpossible: WorkflowRule = {
  id: 'WF75',
  code: 'workflow.duty_impossible',
  severity: 'error',
  title:
    'Everyone who has the roles of a task is certainly kept out by "notBy", and so is everyone who would be asked instead.',
  remedy: 'Give the role to another person too, or correct "notBy".',
  check: (context) =>
    dutiesForNobody(context)
      .filter(({ fallback }) => fallback === undefined)
      .map(({ pointer, said, names }) => ({
        path: `${pointer}/notBy`,
        message: `Nobody could ever do ${said}: everyone who may has certainly done ${names.map((name) => `"${name}"`).join(' and ')}, and nobody is left to ask instead. Give the role to another person too.`,
      })),
};
