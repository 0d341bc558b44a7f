import type { Finding } from '../../../lint/rule.ts';
import { pointer } from '../../../model/problem.ts';
import { type LintContext, sayState, tasksOf } from '../lint-context.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

type TaskOf = ReturnType<typeof tasksOf>[number];

const COLLECTED = 'collected';

/** Nobody presses "collected": it follows from the answers, so no guard may stand in its way. */
export const forEachWays: WorkflowRule = {
  id: 'WF36',
  code: 'workflow.for_each_ways',
  severity: 'error',
  title:
    'A task for each item without "outcomes", with another way than "collected", or with a guard on the last of these; or "outcomes" of a task that is done once.',
  remedy: 'List its buttons in "outcomes", and give "on" the one key "collected" with a last way without a guard.',
  check: (context) =>
    tasksOf(context).flatMap((one) => (one.task.forEach === undefined ? doneOnce(one) : doneForEach(context, one))),
};

function doneOnce({ task, pointer: at }: TaskOf): readonly Finding[] {
  return task.outcomes === undefined
    ? []
    : [
        {
          path: `${at}/outcomes`,
          message:
            'The outcomes of a task that is done once are the keys of "on". Remove "outcomes", or add "forEach".',
        },
      ];
}

function doneForEach({ ways }: LintContext, { node, task, pointer: at }: TaskOf): readonly Finding[] {
  const events = Object.keys(node.file.on ?? {});
  const last = ways.filter(({ from, kind, event }) => from === node && kind === 'on' && event === COLLECTED).at(-1);
  const find = (isWrong: boolean, path: string, message: string): readonly Finding[] =>
    isWrong ? [{ path, message }] : [];
  return [
    ...find(
      Object.keys(task.outcomes ?? {}).length === 0,
      at,
      `Nobody could answer an item of ${sayState(node)}. Add "outcomes" with at least one.`,
    ),
    ...find(
      events.length > 0 && last === undefined,
      `${node.pointer}/on`,
      `${sayState(node)} does not say where the case goes when the answers are enough. Add "${COLLECTED}" to "on".`,
    ),
    ...events
      .filter((event) => event !== COLLECTED)
      .map((event) => ({
        path: `${node.pointer}/on${pointer(event)}`,
        message: `A task for each item is left by "${COLLECTED}" alone. Move "${event}" to "outcomes", and decide behind "${COLLECTED}".`,
      })),
    ...find(
      last?.transition.guard !== undefined,
      `${last?.pointer ?? ''}/guard`,
      `If this guard does not hold, the case hangs in ${sayState(node)}. Add a last way without a guard.`,
    ),
  ];
}
