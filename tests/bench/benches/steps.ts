import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openBenchFolder } from '../support/bench-folder.ts';
import { BPMN_ENGINE, openBpmnEngine } from '../support/bpmn-engine.ts';
import type { ContestantRun } from '../support/contestant.ts';
import { measureFsync, readSqliteVersion } from '../support/measure-disk.ts';
import { type FigureName, progress, reportBroken, reportRuns, reportSetting, reportValue } from '../support/report.ts';
import { median } from '../support/spread.ts';

/** Durable steps of many cases on SQLite, through the engine's door; in turns with an engine that stores nothing, so that noise hits both. */

const RUNS = 5;
const CONTESTANT = fileURLToPath(new URL('../support/contestant.js', import.meta.url));

const STEPS: FigureName = { name: 'sqlite.steps_per_s', unit: 'steps/s', aim: { atLeast: 3_000 } };
const INSTANCES: FigureName = { name: 'sqlite.instances_per_s', unit: 'instances/s' };
const CPU: FigureName = { name: 'sqlite.cpu_ms_per_instance', unit: 'ms' };
const RATIO: FigureName = { name: 'instances_ratio', unit: 'times bpmn-engine', aim: { atLeast: 10 } };
const READ_ONCE_RATIO: FigureName = { name: 'instances_ratio.read_once', unit: 'times bpmn-engine' };
const THEIRS: FigureName = { name: 'bpmn-engine.instances_per_s', unit: 'instances/s' };
const READ_ONCE: FigureName = { name: 'bpmn-engine.read_once_instances_per_s', unit: 'instances/s' };
const THEIR_CPU: FigureName = { name: 'bpmn-engine.cpu_ms_per_instance', unit: 'ms' };

type Kind = 'ours' | 'from-xml' | 'from-context';

async function runContestant(kind: Kind): Promise<ContestantRun> {
  const { stdout } = await promisify(execFile)(process.execPath, [CONTESTANT, kind], { timeout: 30_000 });
  return JSON.parse(stdout) as ContestantRun;
}

const instancesOf = (runs: readonly ContestantRun[]): readonly number[] => runs.map((run) => run.instancesPerSecond);

function reportRatio(figure: FigureName, ours: readonly ContestantRun[], theirs: readonly ContestantRun[]): void {
  if (theirs.length > 0) reportValue(figure, median(instancesOf(ours)) / median(instancesOf(theirs)));
}

reportSetting(
  `SQLite ${readSqliteVersion()}, journal_mode=WAL, synchronous=FULL, one file; 64 clients in the program of the engine, each waits for its step to be on the disk`,
);
reportSetting(
  `a case is start → task → task → end: 3 steps, with a form, roles, separation of duties and a due time; ${RUNS} runs of 2 s after 2.5 s to warm up, each in a program and on a database of its own`,
);
reportSetting(
  `${BPMN_ENGINE.name} ${BPMN_ENGINE.version}: start → user task → user task → end in memory, 64 at a time, in turns with ours; each engine is given the XML, as its documentation shows, or (read_once) what was read of it before`,
);

const isInstalled = (await openBpmnEngine()) !== null;
const kinds: readonly Kind[] = isInstalled ? ['ours', 'from-xml', 'from-context'] : ['ours'];
const runs: { readonly [kind in Kind]: ContestantRun[] } = { ours: [], 'from-xml': [], 'from-context': [] };
for (let run = 1; run <= RUNS; run += 1) {
  progress(`  run ${run} of ${RUNS}`);
  for (const kind of kinds) runs[kind].push(await runContestant(kind));
}

const wrong = runs.ours.flatMap((run) => run.wrong);
if (wrong.length > 0) reportBroken([STEPS, INSTANCES, RATIO, READ_ONCE_RATIO], wrong);
else {
  reportRuns(
    STEPS,
    runs.ours.map((run) => run.stepsPerSecond),
  );
  reportRuns(INSTANCES, instancesOf(runs.ours));
  reportRatio(RATIO, runs.ours, runs['from-xml']);
  reportRatio(READ_ONCE_RATIO, runs.ours, runs['from-context']);
}
reportRuns(THEIRS, instancesOf(runs['from-xml']));
reportRuns(READ_ONCE, instancesOf(runs['from-context']));
reportRuns(
  CPU,
  runs.ours.map((run) => run.cpuMsPerInstance),
);
reportRuns(
  THEIR_CPU,
  runs['from-xml'].map((run) => run.cpuMsPerInstance),
);
reportValue({ name: 'disk.fsync_ms', unit: 'ms' }, measureFsync(openBenchFolder()));
