import { EngineError } from '../model/engine-error.ts';
import type { JsonObject } from '../model/json.ts';
import { applyAsked } from './apply-asked.ts';
import { applyMarks } from './apply-marks.ts';
import { type Configuration, restore } from './configuration.ts';
import type { Run } from './run.ts';
import { settleRun } from './settle-run.ts';

/** Refuses whatever comes to a case that ended. */
export function refuseEnded(run: Run): void {
  if (run.before.status === 'active') return;
  throw new EngineError('instance.ended', `${run.before.number} has ended. Nothing more can be done in it.`, {
    params: { number: run.before.number },
  });
}

/** Where the case stands, to ask it something. Guards see the run's draft. */
export function configurationOf(run: Run): Configuration {
  return restore(run.context.workflow.machine, run.before.state);
}

/**
 * Sends one event through the machine and follows what it did, in the run's draft. SP3–SP8
 *
 * Only called when `can` said yes, or for a timer, whose candidates may all be guarded away.
 */
export function moveCase(run: Run, configuration: Configuration, event: string, payload: JsonObject = {}): void {
  const { configuration: next, asked } = configuration.advance(event, payload);
  applyMarks(run, next);
  applyAsked(run, next, asked);
  settleRun(run, next);
}

/** Bookkeeping without an event: a data wait would move even on an unknown one, so the machine is not asked. SP9 */
export function keepCase(run: Run): void {
  settleRun(run, configurationOf(run));
}
