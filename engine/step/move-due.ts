import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Task, Timer } from '../model/instance.ts';
import { leads, refuseWithoutReason } from './lead-case.ts';
import { keepCase, refuseEnded } from './move-case.ts';
import { isoOf, openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * Gives an open task, or a timer that moves the case, another due time, with a reason. DU1–DU3
 *
 * Refused to whoever does not lead the task, for a moment that is past, and for levels of a ladder, which follow the due
 * time by themselves.
 */
export function moveDue(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'move_due' }>,
): Commit {
  const { work, dueAt, by, reason } = command;
  const run = openRun(context, before, { type: 'move_due', by, data: { dueAt: isoOf(dueAt) } });
  refuseEnded(run);
  const task: Task | undefined = Object.hasOwn(run.tasks, work) ? run.tasks[work] : undefined;
  const timer: Timer | undefined = Object.hasOwn(run.timers, work) ? run.timers[work] : undefined;
  const found = task ?? timer;
  if (found === undefined || timer?.ladder !== undefined)
    throw new EngineError('due.not_moved', 'There is no such due time in this case. Look at what it waits for.');
  if (!leads(run, context.plant.people.get(by), task ?? null))
    throw new EngineError('permission.denied', 'Only who leads this task or the procedure may move its due time.', {
      params: { reason: 'lead' },
    });
  refuseWithoutReason(reason);
  if (!(dueAt > context.now))
    throw new EngineError('due.not_moved', 'A due time cannot be moved into the past. Choose a later moment.');
  return context.workflow.within(run.draft, () => {
    if (task !== undefined) run.tasks[work] = { ...task, dueAt, moved: { by, at: context.now, reason } };
    else if (timer !== undefined) run.timers[work] = { ...timer, dueAt };
    keepCase(run);
    return sealCommit(run, command, {
      kind: 'due',
      type: 'move_due',
      by,
      state: found.state,
      subject: work,
      data: { from: found.dueAt === null ? null : isoOf(found.dueAt), to: isoOf(dueAt), reason },
    });
  });
}
