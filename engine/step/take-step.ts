import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import { claimTask } from './claim-task.ts';
import { completeTask } from './complete-task.ts';
import { fireTimer } from './fire-timer.ts';
import { runCommand } from './run-command.ts';
import type { StepContext } from './run.ts';
import { changeItems } from './change-items.ts';
import { liftSeparation } from './lift-separation.ts';
import { moveDue } from './move-due.ts';
import { noteSigning } from './note-signing.ts';
import { reassignTask } from './reassign-task.ts';
import { resolveIncident } from './resolve-incident.ts';
import { callBack, takeMessage } from './take-message.ts';
import { settleChild, settleEffect } from './settle-effect.ts';
import { stopWork } from './stop-work.ts';

export type Stepped =
  | { readonly kind: 'commit'; readonly commit: Commit }
  | { readonly kind: 'refused'; readonly error: EngineError };

/**
 * The one pure step: an instance and a command give the commit that changes it, or the refusal that changes nothing.
 *
 * Time, people, hashes and checkers stand in the context; the same arguments give the same answer anywhere. SP1–SP9
 */
export function takeStep(
  context: StepContext,
  before: Instance,
  command: Exclude<Command, { kind: 'start' }>,
): Stepped {
  return refusing(() => commitOf(context, before, command));
}

/** Runs what throws an `EngineError` for a refusal, and answers with it as a value. A bug goes on flying. */
export function refusing(work: () => Commit): Stepped {
  const done = refusingPlan(work);
  return done.kind === 'planned' ? { kind: 'commit', commit: done.plan } : done;
}

/** The same for any plan. */
export function refusingPlan<T>(
  work: () => T,
): { readonly kind: 'planned'; readonly plan: T } | { readonly kind: 'refused'; readonly error: EngineError } {
  try {
    return { kind: 'planned', plan: work() };
  } catch (error) {
    if (error instanceof EngineError) return { kind: 'refused', error };
    throw error;
  }
}

function commitOf(context: StepContext, before: Instance, command: Exclude<Command, { kind: 'start' }>): Commit {
  switch (command.kind) {
    case 'complete':
      return completeTask(context, before, command);
    case 'claim':
    case 'release':
      return claimTask(context, before, command);
    case 'command':
      return runCommand(context, before, command);
    case 'timer':
      return fireTimer(context, before, command);
    case 'effect':
      return settleEffect(context, before, command);
    case 'message':
      return takeMessage(context, before, command);
    case 'reassign':
      return reassignTask(context, before, command);
    case 'move_due':
      return moveDue(context, before, command);
    case 'resolve':
      return resolveIncident(context, before, command);
    case 'change_items':
      return changeItems(context, before, command);
    case 'child':
      return settleChild(context, before, command);
    case 'call_back':
      return callBack(context, before, command);
    case 'lift_separation':
      return liftSeparation(context, before, command);
    case 'signing_failed':
      return noteSigning(context, before, command);
    case 'stop':
      return stopWork(context, before, command);
    default:
      return never(command);
  }
}

function never(command: never): never {
  throw new Error(`Unknown command ${JSON.stringify(command)}`);
}
