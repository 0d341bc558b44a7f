import { didYouMean } from '../../../lint/suggest.ts';
import { listedNames } from '../feel-lists.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Nobody would be told, however late it is. */
export const ladderUnknown: WorkflowRule = {
  id: 'WF58',
  code: 'workflow.ladder_unknown',
  severity: 'error',
  title: 'A task or the workflow names a ladder that does not exist, also where an expression spells it out.',
  remedy: 'Name one that does.',
  check(context) {
    const { ladders } = context.around;
    if (ladders === undefined) return [];
    const named = [
      ...listedNames(context.file.meta.ladder, '/meta/ladder'),
      ...tasksOf(context).flatMap(({ task, pointer }) => listedNames(task.ladder, `${pointer}/ladder`)),
    ];
    return named
      .filter(({ name }) => !ladders.has(name))
      .map(({ name, path }) => ({
        path,
        message: `There is no ladder "${name}".${didYouMean(name, ladders.keys()) || ' Name one that exists.'}`,
        params: { ladder: name },
      }));
  },
};
