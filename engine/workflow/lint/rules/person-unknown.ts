import { didYouMean } from '../../../lint/suggest.ts';
import { isFeelName } from '../../names.ts';
import { askersOf } from '../askers.ts';
import { listedNames } from '../feel-lists.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Separation of duties with a misspelt name would separate nothing. */
export const personUnknown: WorkflowRule = {
  id: 'WF42',
  code: 'workflow.person_unknown',
  severity: 'error',
  title: '"by" or "notBy" names neither a task of this workflow, nor "start", nor a person.',
  remedy: 'Name a task as its answers are called in data.',
  check(context) {
    const { around, data } = context;
    const ids = around.people === undefined ? null : new Set(around.people.map(({ id }) => id));
    const isKnown = (name: string): boolean =>
      data.evidence.has(name) || (ids === null ? !isFeelName(name) : ids.has(name));
    const named = askersOf(context).flatMap(({ who, pointer }) => [
      ...listedNames(who.by, `${pointer}/by`),
      ...listedNames(who.notBy, `${pointer}/notBy`),
    ]);
    return named
      .filter(({ name }) => !isKnown(name))
      .map(({ name, path }) => ({
        path,
        message: `"${name}" is no task of this workflow and no person.${didYouMean(name, data.evidence) || ' Name a task, or "start".'}`,
        params: { name },
      }));
  },
};
