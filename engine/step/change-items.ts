import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import type { ForEachFile } from '../model/workflow-file.ts';
import { outcomeEvent } from '../workflow/compile-machine.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { openTask, refuseTooMany } from './apply-marks.ts';
import { changeGroup, type ChangeItems, nothingToChange } from './change-group.ts';
import { COLLECTED, isCollected } from './collect.ts';
import { refuseWithoutReason } from './lead-case.ts';
import { configurationOf, keepCase, moveCase, refuseEnded } from './move-case.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * Adds items to an open step that is done once for each, or takes open ones back, by the roles that its `change` names.
 * `remove` names open tasks, or effects where the step waits for others. EA9
 *
 * Where nothing is left to wait for, what there is so far is collected in the same step.
 */
export function changeItems(context: StepContext, before: Instance, command: ChangeItems): Commit {
  const { state, add, remove, by, reason } = command;
  const run = openRun(context, before, { type: 'change_items', by, data: { add, remove } });
  refuseEnded(run);
  const node = context.workflow.byKey.get(state);
  const isGroup = run.groups[state] !== undefined;
  const each = isGroup ? node?.file.meta?.forEach : node?.file.meta?.task?.forEach;
  const isOpen = isGroup || Object.values(run.tasks).some((task) => task.state === state && task.left !== true);
  if (node === undefined || each === undefined || !isOpen)
    throw new EngineError('items.not_changed', 'This step is not open, or it is not done once for each item.');
  refuseOthers(run, each, command);
  return context.workflow.within(run.draft, () => {
    if (isGroup) changeGroup(run, node, command);
    else changeTasks(run, node, command);
    return sealCommit(run, command, { kind: 'items', type: 'change_items', by, state, data: { add, remove, reason } });
  });
}

function refuseOthers(run: Run, each: ForEachFile, { by, reason, add, remove }: ChangeItems): void {
  const roles = run.context.plant.people.get(by)?.roles ?? [];
  if (!roles.some((role) => each.change?.includes(role) === true))
    throw new EngineError('permission.denied', 'The workflow does not let you add or remove items here.', {
      params: { reason: 'role' },
    });
  refuseWithoutReason(reason);
  if (add.length === 0 && remove.length === 0) throw nothingToChange();
}

function changeTasks(run: Run, node: StateNode, { state, add, remove }: ChangeItems): void {
  const open = Object.values(run.tasks).filter((task) => task.state === state && task.left !== true);
  for (const id of remove) {
    if (!open.some((task) => task.id === id)) throw nothingToChange();
    delete run.tasks[id];
    run.notes.push({ kind: 'withdrawn', task: id, state });
  }
  const like = open[0] as Task;
  const from = 1 + Math.max(...open.map((task) => task.each?.index ?? 0));
  refuseTooMany(state, from + add.length);
  const { as = 'item', oncePerPerson = false } = like.each ?? {};
  for (const [offset, item] of add.entries())
    openTask(run, node, { visit: like.visit, each: { as, item, index: from + offset, oncePerPerson } });
  if (isCollected(run, node)) moveCase(run, configurationOf(run), outcomeEvent(state, COLLECTED));
  else keepCase(run);
}
