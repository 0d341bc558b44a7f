import { FEEL_NAME_RULE, isFeelName, isInherited } from '../../names.ts';
import { namesGiven } from '../names-given.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** NM1: whatever FEEL can name must be a name of FEEL. `a-b` would be a subtraction. */
export const nameInvalid: WorkflowRule = {
  id: 'WF1',
  code: 'workflow.name_invalid',
  severity: 'error',
  title: 'A state, an outcome, a command or a name of data is called what FEEL cannot say.',
  remedy: `Use ${FEEL_NAME_RULE}.`,
  check: (context) =>
    namesGiven(context)
      .filter(({ name }) => !isFeelName(name) && !isInherited(name))
      .filter(({ name }) => !/^xstate\.|\*/.test(name))
      .map(({ name, path }) => ({
        path,
        message: `"${name}" is no name that expressions can say. Use ${FEEL_NAME_RULE}.`,
      })),
};
