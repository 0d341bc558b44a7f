import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import type { Instance } from '../model/instance.ts';
import { keepCase, refuseEnded } from './move-case.ts';
import { openRun, type StepContext } from './run.ts';
import { sealCommit } from './seal-commit.ts';

/** Somebody tried to sign and could not prove who they are: the attempt stands in the history, and nothing moves. SG7 */
export function noteSigning(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'signing_failed' }>,
): Commit {
  const run = openRun(context, before, { type: 'signing_failed', by: command.by, data: null });
  refuseEnded(run);
  const state = before.tasks[command.subject]?.state;
  return context.workflow.within(run.draft, () => {
    keepCase(run);
    return sealCommit(run, command, {
      kind: 'signature',
      type: 'signing_failed',
      by: command.by,
      subject: command.subject,
      data: { method: command.method },
      ...(state === undefined ? {} : { state }),
    });
  });
}
