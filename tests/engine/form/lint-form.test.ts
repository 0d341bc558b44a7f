import { expect } from 'chai';
import { FORM_RULES } from '../../../engine/form/lint/form-rules.ts';
import { formTextPointers } from '../../../engine/form/form-text-pointers.ts';
import { lintForm } from '../../../engine/form/lint-form.ts';
import { parseForm } from '../../../engine/form/parse-form.ts';
import type { FormFile } from '../../../engine/model/form-file.ts';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { type FixtureCase, fixtureFile, placesOf, readFixtures } from '../workflow/lint/fixtures.ts';

const FIXTURES = readFixtures('form');
const AROUND = { registers: new Set(['customers', 'people']) };
const check = openFileChecker();

function lint({ patch, texts }: FixtureCase) {
  const form = fixtureFile<FormFile>('form', patch);
  const same = Object.fromEntries(formTextPointers(form));
  return lintForm(form, texts ?? { es: same, 'zh-TW': same }, AROUND);
}

describe('the rules about forms', () => {
  it('each rule about forms has an id, a code and a fixture of its own', () => {
    expect(new Set(FORM_RULES.map(({ code }) => code)).size).to.equal(FORM_RULES.length);
    expect([...FIXTURES.keys()].sort()).to.deep.equal(FORM_RULES.map(({ id }) => id).sort());
  });

  for (const { id, code, severity } of FORM_RULES) {
    const fixture = FIXTURES.get(id);
    for (const bad of fixture?.bad ?? []) {
      it(`[${id}] finds ${bad.title}`, () => {
        // when
        const problems = lint(bad);

        // then
        expect(placesOf(problems)).to.deep.equal(bad.problems);
        const own = problems.filter((problem) => problem.code === code);
        expect(own).to.not.be.empty;
        for (const problem of own) {
          expect(problem.severity).to.equal(severity);
          expect(problem.message).to.match(/[.?]$/);
        }
      });
    }

    for (const good of fixture?.good ?? []) {
      it(`[${id}] finds nothing in ${good.title}`, () => {
        expect(lint(good)).to.deep.equal([]);
      });
    }
  }

  it('every fixture is a form as the schema knows them', () => {
    for (const { bad, good } of FIXTURES.values()) {
      for (const { title, patch } of [...bad, ...good]) {
        const parsed = parseForm(JSON.stringify(fixtureFile('form', patch)), check);
        expect(parsed.kind, `${title}: ${JSON.stringify(parsed)}`).to.equal('parsed');
      }
    }
  });
});
