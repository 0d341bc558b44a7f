import { isReserved } from '../../names.ts';
import { namesGiven } from '../names-given.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** NM3: FEEL would no longer know what is meant. */
export const nameReserved: WorkflowRule = {
  id: 'WF2',
  code: 'workflow.name_reserved',
  severity: 'error',
  title:
    'A state or a name of data is called like something that expressions know already: data, tasks, visits, event, instance, settings, now, start, item.',
  remedy: 'Choose another name.',
  check: (context) =>
    namesGiven(context)
      .filter(({ name, keeps }) => keeps && isReserved(name))
      .map(({ name, path }) => ({
        path,
        message: `"${name}" means something else in expressions. Choose another name.`,
      })),
};
