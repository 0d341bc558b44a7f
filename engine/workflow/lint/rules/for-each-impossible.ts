import { isExpression } from '../../../feel/expression.ts';
import type { Finding } from '../../../lint/rule.ts';
import type { ForEachFile } from '../../../model/workflow-file.ts';
import { sayState } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** What an expression gives is known to the run alone. */
export const forEachImpossible: WorkflowRule = {
  id: 'WF37',
  code: 'workflow.for_each_impossible',
  severity: 'error',
  title:
    'A forEach that cannot be run: items that are no list and no expression, an "until" that nothing reaches, or a state that invokes nothing.',
  remedy: 'Each problem says what to write instead.',
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const { forEach, task } = node.file.meta ?? {};
      const at = `${node.pointer}/meta/forEach`;
      const idle = `${sayState(node)} invokes nothing, so nothing is done for each item. Add "invoke", or remove it.`;
      return [
        ...(task?.forEach === undefined ? [] : impossible(task.forEach, `${node.pointer}/meta/task/forEach`)),
        ...(forEach === undefined ? [] : impossible(forEach, at)),
        ...(forEach === undefined || node.file.invoke !== undefined ? [] : [{ path: at, message: idle }]),
      ];
    }),
};

function impossible({ items, until }: ForEachFile, at: string): readonly Finding[] {
  const count = Array.isArray(items) ? items.length : null;
  const find = (isWrong: boolean, key: string, message: string): readonly Finding[] =>
    isWrong ? [{ path: `${at}/${key}`, message }] : [];
  return [
    ...find(
      count === null && !isExpression(items),
      'items',
      'The items are a list, or an expression that begins with =. Write one of the two.',
    ),
    ...find(
      typeof until === 'string' && until !== 'all' && until !== 'any' && !isExpression(until),
      'until',
      `"${until}" is no end. Write "all", "any", a number, or an expression that begins with =.`,
    ),
    ...find(
      typeof until === 'number' && count !== null && until > count,
      'until',
      `There are ${count} items, so ${until} answers never come. Write a smaller number, or "all".`,
    ),
  ];
}
