import { didYouMean } from '../../../lint/suggest.ts';
import { askersOf } from '../askers.ts';
import { listedNames } from '../feel-lists.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Also the role names that an expression spells out. */
export const roleUnknown: WorkflowRule = {
  id: 'WF41',
  code: 'workflow.role_unknown',
  severity: 'error',
  title: 'A role, or a department that is notified, does not exist.',
  remedy: 'Name one that does.',
  check(context) {
    const { around, file, actions, nodes } = context;
    const asked = [
      ...askersOf(context).flatMap(({ who, pointer }) => listedNames(who.roles, `${pointer}/roles`)),
      ...tasksOf(context).flatMap(({ task, pointer }) =>
        listedNames(task.forEach?.change, `${pointer}/forEach/change`),
      ),
      ...nodes.flatMap((node) => listedNames(node.file.meta?.forEach?.change, `${node.pointer}/meta/forEach/change`)),
      ...listedNames(file.meta.owner, '/meta/owner'),
      ...listedNames(file.meta.viewers, '/meta/viewers'),
    ];
    const told = actions
      .filter(({ type }) => type === 'notify')
      .flatMap(({ params, pointer }) => listedNames(params['to'], `${pointer}/params/to`));
    const departments = told
      .filter(({ name }) => name.startsWith('department:'))
      .map(({ name, path }) => ({ name: name.slice('department:'.length), path }));
    const roles = [...asked, ...told.filter(({ name }) => !name.includes(':'))];
    return [
      ...roles
        .filter(({ name }) => !around.roles.has(name))
        .map(({ name, path }) => ({
          path,
          message: `There is no role "${name}".${didYouMean(name, around.roles.keys()) || ' Name one that exists.'}`,
          params: { role: name },
        })),
      ...departments
        .filter(({ name }) => !around.departments.has(name))
        .map(({ name, path }) => ({
          path,
          message: `There is no department "${name}".${didYouMean(name, around.departments.keys()) || ' Name one that exists.'}`,
          params: { department: name },
        })),
    ];
  },
};
