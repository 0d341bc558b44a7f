import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { toBpmn } from '../../../../engine/bpmn/to-bpmn.ts';
import { parseForm } from '../../../../engine/form/parse-form.ts';
import type { JsonObject } from '../../../../engine/model/json.ts';
import type { CalendarFile, Department, Ladder, Role } from '../../../../engine/model/person.ts';
import { errorsOf } from '../../../../engine/model/problem.ts';
import type { WorkflowFile } from '../../../../engine/model/workflow-file.ts';
import { exploreWorkflow } from '../../../../engine/workflow/explore-workflow.ts';
import { childrenOf } from '../../../../engine/workflow/lint/children.ts';
import { lintWorkflow } from '../../../../engine/workflow/lint/lint-workflow.ts';
import { type Surroundings, templateLanguages } from '../../../../engine/workflow/lint/surroundings.ts';
import { parseWorkflow } from '../../../../engine/workflow/parse-workflow.ts';
import { openFileChecker } from '../../../../server/checker/ajv-checker.ts';
import { createElement } from '../../../../server/diagram/bpmn-xml.ts';
import { HANDLER_FACTS } from '../../../../server/effects/effect-registry.ts';
import { REGISTERS } from '../../../../server/services/registers.ts';
import { procedureFolder, procedureIds } from '../../../support/procedure-world.ts';

const DRAFTS = 'tests/fixtures/procedures';
const check = openFileChecker();
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const byId = <T extends { readonly id: string }>(path: string): ReadonlyMap<string, T> =>
  new Map(read<readonly T[]>(path).map((one) => [one.id, one]));

const FILES = procedureIds().map((id) => [id, read<WorkflowFile>(`${procedureFolder(id)}/workflow.json`)] as const);
/** Procedures of the plant that these start or wait for, and that have no file here. */
const ELSEWHERE = ['equipment-management', 'material-preparation', 'shipment'];

const FORMS = ['forms', `${DRAFTS}/forms`].filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.form.json'))
    .flatMap((name) => {
      const parsed = parseForm(readFileSync(`${folder}/${name}`, 'utf8'), check);
      return parsed.kind === 'parsed' ? [[parsed.form.id, parsed.form] as const] : [];
    }),
);

/** Every template that a file names exists here; what they say is no matter of lint. */
function templatesOf(file: WorkflowFile): Surroundings['templates'] {
  const named = [...JSON.stringify(file).matchAll(/"template":"([a-z0-9-]+)"/g)].map(([, id]) => id ?? '');
  return templateLanguages(named.flatMap((id) => [`${id}.en`, `${id}.es`, `${id}.zh-TW`]));
}

function around(file: WorkflowFile): Surroundings {
  return {
    roles: byId<Role>('server/plant/roles.json'),
    departments: byId<Department>('server/plant/departments.json'),
    calendars: byId<CalendarFile>('server/plant/calendars.json'),
    ladders: byId<Ladder>('server/plant/ladders.json'),
    settings: read<readonly { readonly settings: JsonObject }[]>('server/plant/settings.json').at(-1)?.settings ?? {},
    forms: new Map(FORMS),
    effects: HANDLER_FACTS,
    templates: templatesOf(file),
    registers: new Set([...REGISTERS, 'people', 'locations']),
    workflows: new Map([
      ...ELSEWHERE.map((id) => [id, []] as const),
      ...FILES.map(([id, one]) => [id, childrenOf(one)] as const),
    ]),
  };
}

describe('whole procedures are read, linted, explored and drawn', () => {
  for (const [id, file] of FILES) {
    it(`${id} has the shape of a workflow file`, () => {
      const parsed = parseWorkflow(readFileSync(`${procedureFolder(id)}/workflow.json`, 'utf8'), check);
      expect(parsed.kind === 'refused' ? parsed.problems : []).to.deep.equal([]);
    });

    it(`${id} has no error in a plant that knows what it names`, () => {
      expect(errorsOf(lintWorkflow({ machine: file, texts: {} }, around(file)))).to.deep.equal([]);
    });

    it(`${id} has no dead end in any combination of its states`, () => {
      expect(errorsOf(exploreWorkflow(file).problems)).to.deep.equal([]);
    });

    it(`${id} can be drawn`, () => {
      const drawn = toBpmn(file, createElement);
      expect(drawn.kind === 'refused' ? drawn.problems : []).to.deep.equal([]);
    });
  }
});
