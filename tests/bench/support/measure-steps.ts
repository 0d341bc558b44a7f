import type { Bundle } from '../../../engine/model/version.ts';
import { type ClientsPlan, type ClientsRun, runClients } from './clients.ts';
import { type BenchPlant, openBenchPlant } from './open-bench-plant.ts';

/** A run of clients on a plant of its own. */
export interface MeasuredSteps {
  readonly run: ClientsRun;
  readonly stepsPerSecond: number;
  /** What is stored otherwise than it was acknowledged. */
  readonly wrong: readonly string[];
}

/** Opens a plant on a new database, lets the clients run, and holds what is stored against what was acknowledged. */
export async function measureSteps(
  at: { readonly folder: string; readonly bundle: Bundle },
  plan: ClientsPlan,
  open: (plant: BenchPlant) => Promise<(client: number) => Promise<void>>,
): Promise<MeasuredSteps> {
  const plant = await openBenchPlant(at.folder, at.bundle);
  try {
    const round = await open(plant);
    const before = plant.steps();
    const run = await runClients(plan, round);
    const steps = plant.steps() - before;
    return {
      run,
      stepsPerSecond: (steps * 1000) / run.elapsedMs,
      wrong: await plant.check(),
    };
  } finally {
    await plant.close();
  }
}
