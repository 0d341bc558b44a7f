import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task } from '../model/instance.ts';
import { outcomeEvent } from '../workflow/compile-machine.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { openTask, refuseTooMany } from './apply-marks.ts';
import { COLLECTED, isCollected } from './collect.ts';
import { refuseWithoutReason } from './lead-case.ts';
import { configurationOf, keepCase, moveCase, refuseEnded } from './move-case.ts';
import { openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * Adds items to an open `forEach` task, or takes open ones back, by the roles that its `change` names. EA9
 *
 * Where nothing is left to wait for, the answers so far are collected in the same step.
 */
export function changeItems(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'change_items' }>,
): Commit {
  const { state, add, remove, by, reason } = command;
  const run = openRun(context, before, { type: 'change_items', by, data: { add, remove } });
  refuseEnded(run);
  const node = context.workflow.byKey.get(state);
  const each = node?.file.meta?.task?.forEach;
  const open = Object.values(run.tasks).filter((task) => task.state === state && task.left !== true);
  if (node === undefined || each === undefined || open.length === 0)
    throw new EngineError('items.not_changed', 'This step is not open, or it is not done once for each item.');
  const roles = context.plant.people.get(by)?.roles ?? [];
  if (!roles.some((role) => each.change?.includes(role) === true))
    throw new EngineError('permission.denied', 'The workflow does not let you add or remove items here.', {
      params: { reason: 'role' },
    });
  refuseWithoutReason(reason);
  const gone = remove.map((id) => open.find((task) => task.id === id));
  if (gone.includes(undefined) || (add.length === 0 && remove.length === 0))
    throw new EngineError('items.not_changed', 'Name open items to take back, or items to add.');
  return context.workflow.within(run.draft, () => {
    for (const task of gone as readonly Task[]) {
      delete run.tasks[task.id];
      run.notes.push({ kind: 'withdrawn', task: task.id, state });
    }
    const from = 1 + Math.max(...open.map((task) => task.each?.index ?? 0));
    refuseTooMany(state, from + add.length);
    addItems(run, { node, add, from, like: open[0] as Task });
    if (isCollected(run, node)) moveCase(run, configurationOf(run), outcomeEvent(state, COLLECTED));
    else keepCase(run);
    return sealCommit(run, command, { kind: 'items', type: 'change_items', by, state, data: { add, remove, reason } });
  });
}

function addItems(
  run: Parameters<typeof openTask>[0],
  of: {
    readonly node: StateNode;
    readonly add: readonly import('../model/json.ts').Json[];
    readonly from: number;
    readonly like: Task;
  },
): void {
  const { node, add, from, like } = of;
  for (const [offset, item] of add.entries()) {
    const each = {
      as: like.each?.as ?? 'item',
      item,
      index: from + offset,
      oncePerPerson: like.each?.oncePerPerson === true,
    };
    openTask(run, node, { visit: like.visit, each });
  }
}
