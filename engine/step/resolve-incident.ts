import type { Command, EffectResult } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Effect, Incident, Instance } from '../model/instance.ts';
import { mayResolve, refuseWithoutReason } from './lead-case.ts';
import { keepCase } from './move-case.ts';
import { openRun, type Run, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';
import { applyResult } from './settle-effect.ts';

type Resolve = Extract<Command, { kind: 'resolve' }>;

/**
 * What a person decides about work that gave up: try it again, go on with a value instead of its result, or let it fail
 * so that the workflow takes its `onError`. IC1–IC4
 *
 * What has no work behind it (a task that nobody may do, a case that is stuck) is mended by reassigning or voiding, and
 * is refused here with that sentence.
 */
export function resolveIncident(context: StepContext, before: Instance, command: Resolve): Commit {
  const incident = Object.hasOwn(before.incidents, command.incident) ? before.incidents[command.incident] : undefined;
  if (incident === undefined)
    throw new EngineError('incident.not_found', 'There is no such incident, or it is resolved already.');
  const run = openRun(context, before, { type: 'resolve', by: command.by, data: command.value ?? null });
  if (!mayResolve(run, context.plant.people.get(command.by)))
    throw new EngineError('permission.denied', 'Only the owners of the procedure and administrators decide this.', {
      params: { reason: 'lead' },
    });
  refuseWithoutReason(command.reason);
  return context.workflow.within(run.draft, () => {
    delete run.incidents[incident.id];
    resolve(run, incident, command);
    return sealCommit(run, command, {
      kind: 'resolve',
      type: command.action,
      by: command.by,
      subject: incident.id,
      data: { code: incident.code, reason: command.reason },
    });
  });
}

function resolve(run: Run, incident: Incident, command: Resolve): void {
  const effect = Object.values(run.effects).find((one) => one.incident === incident.id);
  const timer = Object.values(run.timers).find((one) => one.incident === incident.id);
  const again = { attempt: 0, lease: null, incident: null, dueAt: run.context.now };
  if (timer !== undefined) {
    if (command.action === 'retry') run.timers[timer.id] = { ...timer, ...again };
    else delete run.timers[timer.id];
    return keepIfActive(run);
  }
  if (effect === undefined)
    throw new EngineError(
      'incident.not_resolved',
      incident.task === null
        ? 'Nothing can be tried again here. Correct the workflow, or void the case.'
        : 'Hand the task to somebody who may do it; the incident then ends by itself.',
    );
  if (command.action !== 'retry') return settle(run, effect, command);
  run.effects[effect.id] = { ...effect, ...again };
  keepIfActive(run);
}

/** A skipped effect goes on with the value; a cancelled one fails where the workflow has a way for that. */
function settle(run: Run, effect: Effect, command: Resolve): void {
  const node = effect.state === null ? undefined : run.context.workflow.byKey.get(effect.state);
  const result: EffectResult =
    command.action === 'skip'
      ? { kind: 'done', output: command.value ?? null }
      : { kind: 'failed', code: 'effect.cancelled', message: command.reason, gaveUp: false };
  if (command.action === 'cancel' && node === undefined) {
    delete run.effects[effect.id];
    return keepIfActive(run);
  }
  if (command.action === 'skip' || node?.file.invoke?.onError !== undefined) applyResult(run, { effect, result, node });
  // A failure that no candidate took stands there again.
  if (command.action === 'cancel' && run.effects[effect.id]?.incident != null)
    throw new EngineError(
      'incident.not_resolved',
      `The workflow has no way for a failure of "${node?.key ?? effect.src}". Try again, or go on with a value.`,
    );
}

function keepIfActive(run: Run): void {
  if (run.before.status === 'active') keepCase(run);
}
