import { didYouMean } from '../../../lint/suggest.ts';
import { FEEL_ROOTS } from '../../names.ts';
import { pathsRead } from '../feel-paths.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Also finds `data.pd-review`, which is a subtraction. */
export const feelNameUnknown: WorkflowRule = {
  id: 'WF61',
  code: 'workflow.feel_name_unknown',
  severity: 'error',
  title:
    'An expression names something that it does not see: beside its own it sees data, tasks, visits, event, instance, settings, now and the item of a forEach.',
  remedy: 'Write the whole path, such as data.order.customer.',
  check(context) {
    const { data } = context;
    return pathsRead(context).flatMap(({ expression, read: { path } }) => {
      const [root = ''] = path;
      const roots = [...FEEL_ROOTS, ...expression.items];
      if (roots.includes(root)) return [];
      const hint = data.written.has(root)
        ? ` Did you mean "data.${path.join('.')}"?`
        : didYouMean(root, roots) || ' Write the whole path, such as data.order.customer.';
      return [
        { path: expression.pointer, message: `The expression does not see "${root}".${hint}`, params: { name: root } },
      ];
    });
  },
};
