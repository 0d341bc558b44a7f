import { EngineError } from '../model/engine-error.ts';
import type { JsonObject } from '../model/json.ts';
import { applyAsked } from './apply-asked.ts';
import { applyMarks } from './apply-marks.ts';
import { type Advanced, type Configuration, restore } from './configuration.ts';
import { nextCollected } from './collect.ts';
import type { Run } from './run.ts';
import { settleRun } from './settle-run.ts';

/** Collecting may open what is collected at once; more rounds than this is a loop of the file. */
const MOST_ROUNDS = 100;

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
  followCase(run, configuration.advance(event, payload));
}

/** Follows an event to where the case rests: what is collected by it is sent in the same step. EA4, SP10 */
export function followCase(run: Run, advanced: Advanced): void {
  let { configuration, asked } = advanced;
  for (let round = 0; ; round += 1) {
    applyMarks(run, configuration);
    applyAsked(run, configuration, asked);
    const next = nextCollected(run, configuration);
    if (next === null) return settleRun(run, configuration);
    if (round >= MOST_ROUNDS)
      throw new EngineError('step.endless', 'The workflow collects answers without end. Correct its "forEach" states.');
    ({ configuration, asked } = configuration.advance(next.event, next.payload));
  }
}

/** Bookkeeping without an event: a data wait would move even on an unknown one, so the machine is not asked. SP9 */
export function keepCase(run: Run): void {
  settleRun(run, configurationOf(run));
}
