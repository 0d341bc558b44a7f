import { TWO_TASKS } from './bench-workflows.ts';
import { openBenchFolder } from './bench-folder.ts';
import { openBpmnEngine } from './bpmn-engine.ts';
import { type ClientsPlan, type ClientsRun, perSecond, runClients } from './clients.ts';
import { measureSteps } from './measure-steps.ts';

/**
 * One run of one engine, in a program of its own: `ours`, `from-xml` or `from-context` (bpmn-engine's two ways).
 *
 * Two engines in one program would share a heap and a compiler, and each would be measured on what the other left.
 */
export interface ContestantRun {
  readonly instancesPerSecond: number;
  /** Of ours: every acknowledged step is on the disk. */
  readonly stepsPerSecond: number;
  readonly cpuMsPerInstance: number;
  readonly wrong: readonly string[];
}

const CLIENTS = 64;
const WARM_UP: ClientsPlan = { clients: CLIENTS, forMs: 2_500 };
const MEASURED: ClientsPlan = { clients: CLIENTS, forMs: 2_000 };

const folder = openBenchFolder();

async function runOurs(plan: ClientsPlan): Promise<ContestantRun> {
  const { run, stepsPerSecond, wrong } = await measureSteps(
    { folder, bundle: TWO_TASKS },
    plan,
    async (plant) => async () => {
      const made = await plant.complete(await plant.start(), 'make', 'made');
      await plant.complete(made, 'check', 'good');
    },
  );
  return { ...figuresOf(run), stepsPerSecond, wrong };
}

async function runTheirs(plan: ClientsPlan, way: 'fromXml' | 'fromContext'): Promise<ContestantRun> {
  const cases = await openBpmnEngine();
  if (cases === null) throw new Error('bpmn-engine is not installed.');
  return { ...figuresOf(await runClients(plan, cases[way])), stepsPerSecond: 0, wrong: [] };
}

function figuresOf(run: ClientsRun): Pick<ContestantRun, 'instancesPerSecond' | 'cpuMsPerInstance'> {
  return { instancesPerSecond: perSecond(run), cpuMsPerInstance: run.cpuMs / Math.max(1, run.rounds) };
}

const kind = process.argv[2];
const runKind = (plan: ClientsPlan): Promise<ContestantRun> =>
  kind === 'ours' ? runOurs(plan) : runTheirs(plan, kind === 'from-xml' ? 'fromXml' : 'fromContext');
await runKind(WARM_UP);
process.stdout.write(`${JSON.stringify(await runKind(MEASURED))}\n`);
