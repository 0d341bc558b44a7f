import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { LANGUAGES } from '../../../../engine/model/language.ts';
import type { FormFile } from '../../../../engine/model/form-file.ts';
import type { CalendarFile, Department, Role } from '../../../../engine/model/person.ts';
import type { Json, JsonObject } from '../../../../engine/model/json.ts';
import type { Bundle, PointerTexts, Translations } from '../../../../engine/model/version.ts';
import { parseForm } from '../../../../engine/form/parse-form.ts';
import { checkWorkflow } from '../../../../engine/workflow/check-workflow.ts';
import { parseWorkflow } from '../../../../engine/workflow/parse-workflow.ts';
import type { BundleSurroundings } from '../../../../engine/workflow/lint-bundle.ts';
import { openFileChecker } from '../../../../server/checker/ajv-checker.ts';
import { openEffects } from '../../../../server/effects/effect-registry.ts';
import { QUERIES } from '../../../../server/effects/queries/query-registry.ts';
import { REGISTERS } from '../../../../server/services/registers.ts';

const check = openFileChecker();
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const byId = <T extends { readonly id: string }>(path: string): ReadonlyMap<string, T> =>
  new Map(read<readonly T[]>(path).map((one) => [one.id, one]));

/** What ships with the product: no people, so nobody is asked whether a role is held. */
const AROUND: BundleSurroundings = {
  roles: byId<Role>('server/plant/roles.json'),
  departments: byId<Department>('server/plant/departments.json'),
  calendars: byId<CalendarFile>('server/plant/calendars.json'),
  settings: read<readonly { readonly settings: JsonObject }[]>('server/plant/settings.json').at(-1)?.settings ?? {},
  // Handlers are only looked at, never run.
  effects: openEffects({} as never),
  queries: QUERIES,
  registers: new Set([...REGISTERS, 'people']),
};

const FORMS = new Map(
  readdirSync('forms').flatMap((name) =>
    name.endsWith('.form.json')
      ? [[name.slice(0, -'.form.json'.length), read<FormFile>(`forms/${name}`)] as const]
      : [],
  ),
);

function translations(stem: string): Translations {
  return Object.fromEntries(
    LANGUAGES.filter((language) => language !== 'en').map((language) => [
      language,
      read<PointerTexts>(`${stem}.${language}.json`),
    ]),
  );
}

function restOf(folder: string, forms: ReadonlyMap<string, FormFile>): Omit<Bundle, 'machine'> {
  const made = `${folder}/templates`;
  const templates = existsSync(made) ? readdirSync(made).filter((name) => name.endsWith('.hbs')) : [];
  return {
    texts: translations(`${folder}/texts`),
    forms: Object.fromEntries(forms),
    formTexts: Object.fromEntries([...forms.keys()].map((id) => [id, translations(`forms/${id}.texts`)])),
    templates: Object.fromEntries(
      templates.map((name) => [name.slice(0, -'.hbs'.length), readFileSync(`${folder}/templates/${name}`, 'utf8')]),
    ),
  };
}

describe('the workflows and forms that ship with the product', () => {
  for (const id of readdirSync('workflows')) {
    it(`${id} has no problem, and no warning`, () => {
      const folder = `workflows/${id}`;
      const { problems } = checkWorkflow({
        parsed: parseWorkflow(readFileSync(`${folder}/workflow.json`, 'utf8'), check),
        rest: restOf(folder, FORMS),
        surroundings: AROUND,
      });
      expect(problems).to.deep.equal([]);
    });
  }

  for (const [id, form] of FORMS) {
    it(`the form ${id} is built as the schema says`, () => {
      expect(parseForm(JSON.stringify(form as unknown as Json), check).kind).to.equal('parsed');
      expect(form.id).to.equal(id);
    });
  }
});
