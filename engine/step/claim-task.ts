import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import { keepCase, refuseEnded } from './move-case.ts';
import { openTaskOf, refuseUnlessMay } from './complete-task.ts';
import { principalOf } from './people.ts';
import { openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/** Taking a task and giving it back are commits with history. Taking what one holds already changes nothing but history. TK5 */
export function claimTask(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'claim' | 'release' }>,
): Commit {
  const task = openTaskOf(before, command.task);
  const run = openRun(context, before, { type: command.kind, by: command.by, data: null });
  refuseEnded(run);
  if (command.kind === 'claim') refuseUnlessMay(run, task, command.by);
  else if (task.assignee !== command.by)
    throw new EngineError('task.not_claimed', 'You do not hold this task, so you cannot give it back.');
  const onBehalfOf =
    command.kind === 'claim'
      ? principalOf(task, before.evidence, context.plant.people.get(command.by), context.plant)
      : null;
  return context.workflow.within(run.draft, () => {
    const held = command.kind === 'claim';
    run.tasks[task.id] = { ...task, assignee: held ? command.by : null, claimedAt: held ? context.now : null };
    keepCase(run);
    return sealCommit(run, command, {
      kind: command.kind,
      type: command.kind,
      by: command.by,
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      state: task.state,
      subject: task.id,
    });
  });
}
