import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import { openIncident, openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * A timer or a result that the workflow cannot take (its expression fails, its loop never ends) is stopped with an
 * incident, so that it neither blocks the others nor is asked for ever. EF7
 */
export function stopWork(context: StepContext, before: Instance, command: Extract<Command, { kind: 'stop' }>): Commit {
  const run = openRun(context, before, { type: 'stop', by: null, data: null });
  const timer = run.timers[command.work];
  const effect = run.effects[command.work];
  if (timer === undefined && effect === undefined)
    throw new EngineError('timer.closed', 'This work is settled already.');
  const incident = openIncident(run, {
    code: command.code,
    message: command.message,
    ...(effect === undefined ? {} : { effect: effect.id }),
  });
  if (timer !== undefined) run.timers[timer.id] = { ...timer, lease: null, incident };
  if (effect !== undefined)
    run.effects[effect.id] = {
      ...effect,
      lease: null,
      incident,
      problem: { code: command.code, message: command.message },
    };
  return sealCommit(run, command, {
    kind: 'incident',
    type: command.code,
    by: null,
    state: timer?.state ?? effect?.state ?? '',
    subject: command.work,
    data: { message: command.message },
  });
}
