import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instanceIdOf } from '../../../engine/runtime/engine.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import type { JsonObject } from '../../../engine/model/json.ts';
import { type CaseStep, playStep, readerOf, uploadNamed } from '../../../server/demo/replay-case.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import type { DemoPlantUnderTest } from '../../support/open-demo-plant.ts';
import { sha256 } from '../../support/open-test-engine.ts';
import type { ProcedureScenario } from '../../support/play-procedure.ts';

export const ORDER_REVIEW = 'order-review';

/** The scenario in which five departments review an order: 8 tasks, two documents, seven notifications. */
export async function readCirculated(): Promise<ProcedureScenario> {
  return JSON.parse(
    await readFile(join(PROJECT_ROOT, 'workflows', ORDER_REVIEW, 'scenarios', 'circulated.json'), 'utf8'),
  ) as ProcedureScenario;
}

/**
 * Plays the people's steps of a scenario of order review through the product's own doors, effects and uploads included.
 *
 * `name` makes it a case of its own: it stands in the command ids and in the purchase order's number. `most` steps are
 * played at most. What the scenario expects, or wants refused, is its test's business.
 */
export async function playOrderReview(
  under: DemoPlantUnderTest,
  scenario: ProcedureScenario,
  { name, most }: { readonly name: string; readonly most: number },
): Promise<Instance> {
  const { plant, doors, files } = under;
  const { by } = scenario.start;
  const reader = readerOf(plant, by);
  const id = `${name}:0`;
  const answers = {
    ...((await uploadNamed({ plant, doors, files }, reader, scenario.start.answers)) as JsonObject),
    customer_po_no: name,
  };
  const bundle = plant.library.latest(ORDER_REVIEW)?.bundle;
  const refs = await doors.open(reader, {
    form: bundle?.forms[bundle.machine.meta.start.form],
    answers,
    instance: instanceIdOf(id, sha256),
  });
  let { instance } = await plant.engine.send({ kind: 'start', id, workflow: ORDER_REVIEW, by, answers, refs });
  await plant.worker.drain();
  const steps: readonly CaseStep[] = scenario.steps
    .filter((step) => step.complete !== undefined && step.refused === undefined)
    .slice(0, most);
  for (const [index, step] of steps.entries()) {
    instance = await playStep({ plant, doors, files }, instance, { ...step, id: `${name}:${index + 1}` });
    await plant.worker.drain();
  }
  return (await plant.store.load(instance.id)) ?? instance;
}
