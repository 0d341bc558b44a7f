import { didYouMean } from '../../../lint/suggest.ts';
import { pointer } from '../../../model/problem.ts';
import { tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** It would be an empty line beside the form, for ever. */
export const shownUnknown: WorkflowRule = {
  id: 'WF52',
  code: 'workflow.shown_unknown',
  severity: 'error',
  title: '"show" of a task, "facts" or "data" of the workflow name something of data that nothing writes.',
  remedy: 'Name what the start form, a task, an invocation or a set writes.',
  check(context) {
    const { meta } = context.file;
    const { written } = context.data;
    const shown = tasksOf(context).flatMap(({ task, pointer: at }) =>
      (task.show ?? []).map((name, index) => ({ name, path: `${at}/show/${index}` })),
    );
    const facts = (meta.facts ?? []).map((fact, index) => ({
      name: fact.split('/')[1] ?? '',
      path: `/meta/facts/${index}`,
    }));
    const titled = Object.keys((meta['data'] ?? {}) as object).map((name) => ({
      name,
      path: `/meta/data${pointer(name)}`,
    }));
    return [...shown, ...facts, ...titled]
      .filter(({ name }) => !written.has(name))
      .map(({ name, path }) => ({
        path,
        message: `Nothing writes "${name}" into data.${didYouMean(name, written) || ' Name what the start form, a task, an invocation or a "set" writes.'}`,
        params: { name },
      }));
  },
};
