import { didYouMean } from '../../../lint/suggest.ts';
import { pointer } from '../../../model/problem.ts';
import { walkFields } from '../../../form/walk-fields.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The value would be thrown away without a word. */
export const prefillUnknown: WorkflowRule = {
  id: 'WF53',
  code: 'workflow.prefill_unknown',
  severity: 'error',
  title: 'A task prefills a field that its form does not have.',
  remedy: 'Name a field of the form.',
  check: (context) =>
    tasksOf(context).flatMap(({ task, pointer: at }) => {
      const form = context.around.forms.get(task.form);
      if (form === undefined) return [];
      const fields = walkFields(form)
        .filter(({ path }) => path.length === 1)
        .map(({ name }) => name);
      const unknown = Object.keys(task.prefill ?? {}).filter((name) => !fields.includes(name));
      return unknown.map((name) => ({
        path: `${at}/prefill${pointer(name)}`,
        message: `The form "${task.form}" has no field "${name}".${didYouMean(name, fields) || ' Name one of its fields.'}`,
        params: { field: name },
      }));
    }),
};
