import { datesInMinMax } from '../../../lint/feel-checks.ts';
import { walkFields } from '../../../form/walk-fields.ts';
import type { LintContext } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** FEEL orders numbers and texts there; of dates it makes null without a warning. */
export const feelMinMax: WorkflowRule = {
  id: 'WF67',
  code: 'workflow.feel_min_max',
  severity: 'warning',
  title: 'An expression uses min() or max() over dates, which is null.',
  remedy: 'Use earliest() or latest().',
  check: (context) =>
    context.expressions.flatMap(({ tree, pointer }) =>
      tree.kind === 'broken'
        ? []
        : datesInMinMax(tree.root, (path) => isDate(context, path)).map((message) => ({ path: pointer, message })),
    ),
};

/** `now`, moments of the case, and fields that their form calls a date. */
function isDate({ data, around }: LintContext, path: readonly string[]): boolean {
  const [root, name, ...field] = path;
  if (root === 'now' || path.join('.') === 'instance.started_at' || (root === 'tasks' && field[0] === 'at'))
    return true;
  const forms = data.writers
    .filter((writer) => root === 'data' && writer.name === name)
    .flatMap(({ form }) => around.forms.get(form ?? '') ?? []);
  return forms.some((form) =>
    walkFields(form).some(
      (known) =>
        known.path.filter((key) => key !== '*').join('.') === field.join('.') &&
        (known.schema.format ?? '').startsWith('date'),
    ),
  );
}
