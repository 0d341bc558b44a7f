import { BRANCHED, BRANCHES, HOT } from '../support/bench-workflows.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import type { ClientsPlan } from '../support/clients.ts';
import { measureSteps, type MeasuredSteps } from '../support/measure-steps.ts';
import { type FigureName, progress, reportBroken, reportRuns, reportSetting } from '../support/report.ts';

/** Durable steps of one case that many people work in at once: steps of one case go one after the other. */

const RUNS = 3;
const PLAN: ClientsPlan = { clients: BRANCHES, forMs: 2_000 };

const HOT_STEPS: FigureName = { name: 'sqlite.hot_steps_per_s', unit: 'steps/s' };
const BRANCHED_STEPS: FigureName = { name: 'sqlite.hot_branches_steps_per_s', unit: 'steps/s' };

const folder = openBenchFolder();

/** All clients send the same command to one small case; each step closes its task and opens the next. */
const measureHot = (): Promise<MeasuredSteps> =>
  measureSteps({ folder, bundle: HOT }, PLAN, async (plant) => {
    const instance = await plant.start();
    return async () => void (await plant.command(instance, 'again'));
  });

/** Each client completes the task of its own branch of one large case. */
const measureBranched = (): Promise<MeasuredSteps> =>
  measureSteps({ folder, bundle: BRANCHED }, PLAN, async (plant) => {
    const instance = await plant.start();
    const seen = Array.from({ length: BRANCHES }, () => instance);
    return async (client) => {
      seen[client] = await plant.complete(seen[client] ?? instance, `work_${client}`, 'again');
    };
  });

async function report(figure: FigureName, measure: () => Promise<MeasuredSteps>): Promise<void> {
  await measure();
  const runs: MeasuredSteps[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    progress(`  ${figure.name}: run ${run} of ${RUNS}`);
    runs.push(await measure());
  }
  const wrong = runs.flatMap((one) => one.wrong);
  if (wrong.length > 0) reportBroken([figure], wrong);
  else
    reportRuns(
      figure,
      runs.map((one) => one.stepsPerSecond),
    );
}

reportSetting(
  `one case, ${PLAN.clients} clients: a command of the case that opens its task anew; then ${BRANCHES} branches, each with a task that leads back to itself (a case of about 30 kB); ${RUNS} runs of ${PLAN.forMs / 1000} s`,
);
await report(HOT_STEPS, measureHot);
await report(BRANCHED_STEPS, measureBranched);
