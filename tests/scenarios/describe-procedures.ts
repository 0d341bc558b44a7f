import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import { walkStates, waysOf } from '../../engine/workflow/walk-states.ts';
import type { StoreUnderTest } from '../contract/store-contract.ts';
import { playProcedure, type ProcedureScenario } from '../support/play-procedure.ts';
import { DEMOS, demoIds, procedureFolder, procedureIds, procedureText } from '../support/procedure-world.ts';

/** Walks the six procedures through their scenarios on one store, and counts the transitions that none takes. */
export function describeProcedures(under: StoreUnderTest): void {
  describe(`whole procedures on ${under.name}`, () => {
    const taken = new Map<string, Set<string>>();
    for (const workflow of procedureIds()) {
      for (const { file, scenario } of scenariosOf(procedureFolder(workflow))) {
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

/** Plays the small workflows of one capability each on one store. */
export function describeDemos(under: StoreUnderTest): void {
  describe(`demo workflows on ${under.name}`, () => {
    for (const workflow of demoIds()) {
      for (const { scenario } of scenariosOf(join(DEMOS, workflow))) {
        it(`${workflow}: ${scenario.title} (on ${under.name})`, async () => {
          const store = await under.open();
          try {
            await playProcedure(store, workflow, scenario);
          } finally {
            await store.close();
          }
        });
      }
    }
  });
}

function scenariosOf(folder: string): readonly { readonly file: string; readonly scenario: ProcedureScenario }[] {
  const files = readdirSync(join(folder, 'scenarios')).sort();
  const read = (file: string) => JSON.parse(readFileSync(join(folder, 'scenarios', file), 'utf8')) as ProcedureScenario;
  return files.map((file) => ({ file, scenario: read(file) }));
}
