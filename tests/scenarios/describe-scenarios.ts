import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { walkStates, waysOf } from '../../engine/workflow/walk-states.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { playScenario, type Scenario } from '../support/play-scenario.ts';
import type { StoreUnderTest } from '../contract/store-contract.ts';

/** Procedures whose scenarios go through the product's own doors. */
const THROUGH_THE_DOORS = ['order-review'];

/** Plays every scenario of every shipped workflow on one store, and counts the transitions that none takes. */
export function describeScenarios(under: StoreUnderTest): void {
  for (const workflow of THROUGH_THE_DOORS) {
    const folder = join(PROJECT_ROOT, 'workflows', workflow);
    const taken = new Set<string>();
    describe(`${workflow} on ${under.name}`, () => {
      for (const file of readdirSync(join(folder, 'scenarios')).sort()) {
        const scenario = JSON.parse(readFileSync(join(folder, 'scenarios', file), 'utf8')) as Scenario;
        it(`${scenario.title} (${file}, on ${under.name})`, async () => {
          const store = await under.open();
          try {
            for (const transition of (await playScenario(store, workflow, scenario)).taken) taken.add(transition);
          } finally {
            await store.close();
          }
        });
      }

      it(`every transition of ${workflow} is taken by a scenario on ${under.name}`, () => {
        const machine = JSON.parse(readFileSync(join(folder, 'workflow.json'), 'utf8')) as WorkflowFile;
        const all = walkStates(machine).flatMap((node) => waysOf(node).map((way) => way.id));
        expect(all.filter((transition) => !taken.has(transition))).to.deep.equal([]);
      });
    });
  }
}
