import { dutiesForNobody } from '../duties.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A small plant may live with it; it should know who is asked. */
export const dutyFallsBack: WorkflowRule = {
  id: 'WF74',
  code: 'workflow.duty_falls_back',
  severity: 'warning',
  title:
    'Everyone who has the roles of a task is certainly kept out by "notBy", so that it always goes to the fallback person.',
  remedy: 'Give the role to another person too, or name the person who shall decide.',
  check: (context) =>
    dutiesForNobody(context).flatMap(({ pointer, said, names, fallback }) =>
      fallback === undefined
        ? []
        : [
            {
              path: `${pointer}/notBy`,
              message: `Everyone who may do ${said} has certainly done ${listed(names)}, so it always goes to "${fallback}". Give the role to another person too, or leave it so.`,
              params: { person: fallback },
            },
          ],
    ),
};

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' and ');
