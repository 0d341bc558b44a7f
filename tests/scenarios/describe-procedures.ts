import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { walkStates, waysOf } from '../../engine/workflow/walk-states.ts';
import type { StoreUnderTest } from '../contract/store-contract.ts';
import { playProcedure, type ProcedureScenario } from '../support/play-procedure.ts';
import { PROCEDURES, procedureIds, procedureText } from '../support/procedure-world.ts';

/** Walks the six procedures through their scenarios on one store, and counts the transitions that none takes. */
export function describeProcedures(under: StoreUnderTest): void {
  describe(`whole procedures on ${under.name}`, () => {
    const taken = new Map<string, Set<string>>();
    for (const workflow of procedureIds()) {
      for (const { file, scenario } of scenariosOf(workflow)) {
        it(`${workflow}: ${scenario.title} (${file}, on ${under.name})`, async () => {
          const store = await under.open();
          try {
            for (const [name, ways] of await playProcedure(store, workflow, scenario))
              taken.set(name, new Set([...(taken.get(name) ?? []), ...ways]));
          } finally {
            await store.close();
          }
        });
      }
    }

    for (const workflow of procedureIds()) {
      it(`every transition of the procedure ${workflow} is taken on ${under.name}`, () => {
        const machine = JSON.parse(procedureText(workflow)) as WorkflowFile;
        const all = walkStates(machine).flatMap((node) => waysOf(node).map((way) => way.id));
        expect(all.filter((transition) => taken.get(workflow)?.has(transition) !== true)).to.deep.equal([]);
      });
    }
  });
}

function scenariosOf(workflow: string): readonly { readonly file: string; readonly scenario: ProcedureScenario }[] {
  const folder = join(PROCEDURES, workflow, 'scenarios');
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, scenario: JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProcedureScenario }));
}
