import { expect } from 'chai';
import type { WorkflowFile } from '../../../../engine/model/workflow-file.ts';
import { lintWorkflow } from '../../../../engine/workflow/lint/lint-workflow.ts';
import { WORKFLOW_RULES } from '../../../../engine/workflow/lint/workflow-rules.ts';
import { type FixtureCase, fixtureFile, placesOf, readFixtures } from './fixtures.ts';
import { allTexts, SAMPLE_SURROUNDINGS } from './sample-surroundings.ts';

const FIXTURES = readFixtures('workflow');

function lint({ patch, texts }: FixtureCase) {
  const machine = fixtureFile<WorkflowFile>('workflow', patch);
  return lintWorkflow({ machine, texts: texts ?? allTexts(machine) }, SAMPLE_SURROUNDINGS);
}

describe('the rules about workflows', () => {
  it('each rule about workflows has an id, a code and a fixture of its own', () => {
    expect(new Set(WORKFLOW_RULES.map(({ id }) => id)).size).to.equal(WORKFLOW_RULES.length);
    expect(new Set(WORKFLOW_RULES.map(({ code }) => code)).size).to.equal(WORKFLOW_RULES.length);
    expect([...FIXTURES.keys()].sort()).to.deep.equal(WORKFLOW_RULES.map(({ id }) => id).sort());
  });

  for (const { id, code, severity } of WORKFLOW_RULES) {
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
          expect(problem.params?.['rule']).to.equal(id);
        }
      });
    }

    for (const good of fixture?.good ?? []) {
      it(`[${id}] finds nothing in ${good.title}`, () => {
        expect(lint(good)).to.deep.equal([]);
      });
    }
  }
});
