import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance, Timer } from '../model/instance.ts';
import { timerEvent } from './apply-asked.ts';
import { climb } from './ladder.ts';
import { configurationOf, keepCase, moveCase, refuseEnded } from './move-case.ts';
import { openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * A timer is due. It fires once a visit; one that is gone says `timer.closed`, and whoever completed came first. TM1–TM3
 *
 * Throws `timer.closed` also before its time: a clock that ran ahead must not fire it.
 */
export function fireTimer(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'timer' }>,
): Commit {
  const { workflow, now } = context;
  const timer = Object.hasOwn(before.timers, command.timer) ? before.timers[command.timer] : undefined;
  const node = timer === undefined ? undefined : workflow.byKey.get(timer.state);
  if (timer?.ladder !== undefined && timer.dueAt <= now) return climbLadder(context, { before, timer, command });
  if (timer === undefined || node === undefined || timer.dueAt > now)
    throw new EngineError('timer.closed', 'This timer is not due, or it is closed.');
  const run = openRun(context, before, { type: 'timer', by: null, data: { state: timer.state, delay: timer.delay } });
  refuseEnded(run);
  return workflow.within(run.draft, () => {
    delete run.timers[timer.id];
    // A timer of an earlier visit is settled without an event.
    if (before.visits[timer.state] === timer.visit)
      moveCase(run, configurationOf(run), timerEvent(timer.delay, node.id));
    return sealCommit(run, command, {
      kind: 'timer',
      type: timer.delay,
      by: null,
      state: timer.state,
      subject: timer.id,
      data: { dueAt: timer.dueAt },
    });
  });
}

/** A level of a ladder is due: people are told, and the case stays where it is. LD4 */
function climbLadder(
  context: StepContext,
  of: { readonly before: Instance; readonly timer: Timer; readonly command: Command },
): Commit {
  const { before, timer, command } = of;
  const run = openRun(context, before, { type: 'ladder', by: null, data: null });
  refuseEnded(run);
  return context.workflow.within(run.draft, () => {
    delete run.timers[timer.id];
    climb(run, timer);
    keepCase(run);
    return sealCommit(run, command, {
      kind: 'ladder',
      type: String(timer.ladder?.level ?? 0),
      by: null,
      ...(timer.state === '' ? {} : { state: timer.state }),
      subject: timer.id,
      data: { dueAt: timer.dueAt },
    });
  });
}
