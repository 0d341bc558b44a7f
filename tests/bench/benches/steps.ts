import { TWO_TASKS } from '../support/bench-workflows.ts';
import { openBenchFolder } from '../support/bench-folder.ts';
import { BPMN_ENGINE, openBpmnEngine } from '../support/bpmn-engine.ts';
import { type ClientsPlan, type ClientsRun, perSecond, runClients } from '../support/clients.ts';
import { measureFsync, readSqliteVersion } from '../support/measure-disk.ts';
import { measureSteps, type MeasuredSteps } from '../support/measure-steps.ts';
import { type FigureName, progress, reportBroken, reportRuns, reportSetting, reportValue } from '../support/report.ts';
import { median } from '../support/spread.ts';

/** Durable steps of many cases on SQLite, through the engine's door; in turns with an engine that stores nothing, so that noise hits both. */

const RUNS = 5;
const PLAN: ClientsPlan = { clients: 64, forMs: 2_000 };
const THEIR_PLAN: ClientsPlan = { clients: 64, forMs: 1_500 };
const WARM_UP: ClientsPlan = { clients: 64, forMs: 1_500 };

const STEPS: FigureName = { name: 'sqlite.steps_per_s', unit: 'steps/s', aim: { atLeast: 3_000 } };
const INSTANCES: FigureName = { name: 'sqlite.instances_per_s', unit: 'instances/s' };
const CPU: FigureName = { name: 'sqlite.cpu_ms_per_step', unit: 'ms' };
const RATIO: FigureName = { name: 'instances_ratio', unit: 'times bpmn-engine', aim: { atLeast: 10 } };
const THEIRS: FigureName = { name: 'bpmn-engine.instances_per_s', unit: 'instances/s' };
const READ_ONCE: FigureName = { name: 'bpmn-engine.read_once_instances_per_s', unit: 'instances/s' };
const READ_ONCE_RATIO: FigureName = { name: 'instances_ratio.read_once', unit: 'times bpmn-engine' };

const folder = openBenchFolder();

/** Every client starts cases and brings each to its end, one after the other. */
const measureOurs = (plan: ClientsPlan): Promise<MeasuredSteps> =>
  measureSteps({ folder, bundle: TWO_TASKS }, plan, async (plant) => async () => {
    const made = await plant.complete(await plant.start(), 'make', 'made');
    await plant.complete(made, 'check', 'good');
  });

const bpmn = await openBpmnEngine();

reportSetting(
  `SQLite ${readSqliteVersion()}, journal_mode=WAL, synchronous=FULL, one file; ${PLAN.clients} clients in the program of the engine, each waits for its step to be on the disk`,
);
reportSetting(
  `a case is start → task → task → end: 3 steps, with a form, roles, separation of duties and a due time; ${RUNS} runs of ${PLAN.forMs / 1000} s, each on a new database`,
);
reportSetting(
  `${BPMN_ENGINE.name} ${BPMN_ENGINE.version}: start → user task → user task → end in memory, ${PLAN.clients} at a time, in turns with ours; each engine is given the XML, as its documentation shows, or (read_once) what was read of it before`,
);

const ours: MeasuredSteps[] = [];
const theirs: ClientsRun[] = [];
const readOnce: ClientsRun[] = [];
for (let run = 0; run <= RUNS; run += 1) {
  progress(run === 0 ? '  warming up' : `  run ${run} of ${RUNS}`);
  const measured = await measureOurs(run === 0 ? WARM_UP : PLAN);
  const compared =
    bpmn === null ? [] : [await runClients(THEIR_PLAN, bpmn.fromXml), await runClients(THEIR_PLAN, bpmn.fromContext)];
  if (run === 0) continue;
  ours.push(measured);
  theirs.push(...compared.slice(0, 1));
  readOnce.push(...compared.slice(1));
}

const wrong = ours.flatMap((one) => one.wrong);
if (wrong.length > 0) reportBroken([STEPS, INSTANCES, RATIO, READ_ONCE_RATIO], wrong);
else {
  const instances = ours.map((one) => perSecond(one.run));
  reportRuns(
    STEPS,
    ours.map((one) => one.stepsPerSecond),
  );
  reportRuns(INSTANCES, instances);
  reportRuns(
    CPU,
    ours.map((one) => one.cpuMsPerStep),
  );
  reportRatio(RATIO, instances, theirs);
  reportRatio(READ_ONCE_RATIO, instances, readOnce);
}
reportRuns(THEIRS, theirs.map(perSecond));
reportRuns(READ_ONCE, readOnce.map(perSecond));
reportValue({ name: 'disk.fsync_ms', unit: 'ms' }, measureFsync(folder));

function reportRatio(figure: FigureName, instances: readonly number[], compared: readonly ClientsRun[]): void {
  if (compared.length > 0) reportValue(figure, median(instances) / median(compared.map(perSecond)));
}
