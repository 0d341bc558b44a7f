import { didYouMean } from '../../../lint/suggest.ts';
import type { FieldSchema } from '../../../model/form-file.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** A form may serve several tasks of several workflows; here only what this workflow could be is known. */
export const outcomeUnasked: WorkflowRule = {
  id: 'WF55',
  code: 'workflow.outcome_unasked',
  severity: 'warning',
  title: 'The form of a task has a condition over an outcome that no task with this form has, so it never holds here.',
  remedy: 'Correct the outcome in the form or in the workflow.',
  check(context) {
    const tasks = tasksOf(context);
    return tasks.flatMap(({ node, task, pointer }) => {
      const form = context.around.forms.get(task.form);
      const outcomes = tasks
        .filter((other) => other.task.form === task.form)
        .flatMap((other) =>
          Object.keys((other.task.forEach === undefined ? other.node.file.on : other.task.outcomes) ?? {}),
        );
      const unknown =
        form === undefined
          ? []
          : [...new Set(outcomesIn(form.schema))].filter((outcome) => !outcomes.includes(outcome));
      return unknown.map((outcome) => ({
        path: `${pointer}/form`,
        message: `The form "${task.form}" asks whether the outcome is "${outcome}", which "${node.key}" does not have.${didYouMean(outcome, outcomes) || ' Correct the one or the other.'}`,
        params: { outcome },
      }));
    });
  },
};

/** The outcomes that conditions of a schema name. */
function outcomesIn(schema: FieldSchema): readonly string[] {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), schema.not, schema.then, schema.else].filter(
    (part) => part !== undefined,
  );
  return [...(schema.if === undefined ? [] : namedIn(schema.if)), ...parts.flatMap(outcomesIn)];
}

function namedIn(condition: FieldSchema): readonly string[] {
  const outcome = condition.properties?.['outcome'];
  const inside = [
    ...(condition.allOf ?? []),
    ...(condition.anyOf ?? []),
    ...(condition.not === undefined ? [] : [condition.not]),
  ];
  return [...[outcome?.const ?? outcome?.enum ?? []].flat().map(String), ...inside.flatMap(namedIn)];
}
