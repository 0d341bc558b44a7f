import type { Command } from '../model/command.ts';
import type { Commit } from '../model/commit.ts';
import { EngineError } from '../model/engine-error.ts';
import type { Instance } from '../model/instance.ts';
import { declaredCommand } from './run-command.ts';
import { configurationOf, moveCase, refuseEnded } from './move-case.ts';
import { openRun, recordEvidence, type StepContext } from './run.ts';
import { writeData } from '../workflow/draft.ts';
import { sealCommit } from './seal-commit.ts';

/**
 * Something that another case, program or person tells this one, under a name that an active state waits for. MS1, MS2
 *
 * Throws `message.not_taken` where no state can take it now; the message then waits outside.
 */
export function takeMessage(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'message' }>,
): Commit {
  const { type, by, data } = command;
  const run = openRun(context, before, { type, by, data });
  refuseEnded(run);
  return context.workflow.within(run.draft, () => {
    const configuration = configurationOf(run);
    if (!context.workflow.messages.has(type) || !configuration.can(type))
      throw new EngineError('message.not_taken', `${before.number} does not wait for "${type}" now.`, {
        params: { number: before.number, message: type },
      });
    moveCase(run, configuration, type);
    return sealCommit(run, command, { kind: 'message', type, by, data });
  });
}

/** What a `withdraw` says where no person gave the reason. */
const CALLED_BACK = 'The case that waited for this one has moved on.';

/**
 * The case that waits for this one has moved on: this one withdraws by its own command, in the name of its parent. Where
 * it declares none, or its guard says no, it goes on alone and the answer is `command.not_offered`. CH4
 */
export function callBack(
  context: StepContext,
  before: Instance,
  command: Extract<Command, { kind: 'call_back' }>,
): Commit {
  const run = openRun(context, before, { type: 'withdraw', by: command.by, data: { reason: CALLED_BACK } });
  refuseEnded(run);
  const declared = declaredCommand(run, 'withdraw');
  return context.workflow.within(run.draft, () => {
    const name = declared?.file.into ?? 'withdraw';
    writeData(run.draft, name, { reason: CALLED_BACK });
    recordEvidence(run, name, command.by, { outcome: null });
    const configuration = configurationOf(run);
    if (declared === undefined || !configuration.can('withdraw'))
      throw new EngineError('command.not_offered', `${before.number} cannot be withdrawn now; it goes on alone.`, {
        params: { command: 'withdraw', number: before.number },
      });
    moveCase(run, configuration, 'withdraw');
    return sealCommit(run, command, { kind: 'call_back', type: 'withdraw', by: command.by });
  });
}
