import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { nextNominal } from '../../../engine/schedule/next-nominal.ts';
import { readFileSync } from 'node:fs';
import type { Library } from '../../../server/library/library.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { knownSchedules } from '../../../server/schedules/known-schedules.ts';
import { startRequest } from '../../../server/schedules/start-request.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { seedPlant } from '../../support/open-demo-plant.ts';

const at = (text: string): number => Date.parse(text);

/** The next times of a shipped procedure's schedule, each with what it would start. */
async function firings(workflow: string, from: string, count: number) {
  const store = openMemoryStore();
  await seedPlant(store, at(from));
  const keeper = await openPlantKeeper(store, openManualClock(at(from)), PROJECT_ROOT);
  const machine = JSON.parse(readFileSync(`workflows/${workflow}/workflow.json`, 'utf8')) as WorkflowFile;
  const library = { all: () => [{ workflow, bundle: { machine } }] } as unknown as Library;
  const [schedule] = knownSchedules(library, keeper.plant());
  if (schedule === undefined) throw new Error(`${workflow} has no schedule.`);
  const found: unknown[] = [];
  for (
    let next = nextNominal(schedule.firing.times, at(from));
    next !== null && found.length < count;
    next = nextNominal(schedule.firing.times, next)
  ) {
    if (!schedule.firing.mayFire(next)) continue;
    const moment = { plant: keeper.plant(), time: keeper.time(), nominalAt: next, now: next };
    const { by, answers, problem } = startRequest(schedule, moment);
    found.push([new Date(next).toISOString().slice(0, 16), by, problem ?? answers]);
  }
  return found;
}

describe('schedules of the plans', () => {
  it('[SC3] the day plan is begun at 13:00 of each working day, for the second one after it', async () => {
    // 25 December 2026 is a holiday, 26 and 27 a weekend
    expect(await firings('day-plan-t2', '2026-12-22T06:00:00Z', 3)).to.deep.equal([
      ['2026-12-23T05:00', 'U04', { plan_date: '2026-12-28' }],
      ['2026-12-24T05:00', 'U04', { plan_date: '2026-12-29' }],
      ['2026-12-28T05:00', 'U04', { plan_date: '2026-12-30' }],
    ]);
  });

  it('[SC11] the month plan is begun on the 25th at 9:00, or on the working day before, for the month after', async () => {
    const three = (plan_month: string) => ({ plan_month, horizon_months: 3, basis: 'orders' });
    expect(await firings('monthly-rolling-plan', '2026-11-20T00:00:00Z', 3)).to.deep.equal([
      ['2026-11-25T01:00', 'U04', three('2026-12')],
      ['2026-12-24T01:00', 'U04', three('2027-01')],
      ['2027-01-25T01:00', 'U04', three('2027-02')],
    ]);
  });
});
