import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** No client can send such a field, so without `prefill` it stays empty; a required one makes the task undoable. */
export const readOnlyUnfilled: WorkflowRule = {
  id: 'WF54',
  code: 'workflow.read_only_unfilled',
  severity: 'warning',
  title: 'A form has a field that only the case can fill, and the task does not prefill it.',
  remedy: 'Add it to "prefill", or let people fill it in.',
  check: (context) =>
    tasksOf(context).flatMap(({ task, pointer }) => {
      const fields = Object.entries(context.around.forms.get(task.form)?.schema.properties ?? {});
      const empty = fields.filter(
        ([name, field]) => field.readOnly === true && !Object.hasOwn(task.prefill ?? {}, name),
      );
      return empty.map(([name]) => ({
        path: pointer,
        message: `Nobody can fill in "${name}" of the form "${task.form}". Add it to "prefill", or let people fill it in.`,
        params: { field: name },
      }));
    }),
};
