import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { EXPLORE_RULES } from '../../../engine/workflow/explore/explore-rules.ts';
import { exploreWorkflow } from '../../../engine/workflow/explore-workflow.ts';
import { fixtureFile, placesOf, readFixtures } from './lint/fixtures.ts';

const FIXTURES = readFixtures('explore');

describe('exploring a workflow', () => {
  it('each rule of the explorer has a fixture', () => {
    expect([...FIXTURES.keys()].sort()).to.deep.equal(EXPLORE_RULES.map(({ id }) => id).sort());
  });

  for (const { id, code } of EXPLORE_RULES) {
    for (const bad of FIXTURES.get(id)?.bad ?? []) {
      it(`[${id}] finds ${bad.title}`, () => {
        // when
        const { problems } = exploreWorkflow(fixtureFile<WorkflowFile>('explore', bad.patch), {
          budget: bad.budget ?? 1_000,
        });

        // then
        expect(placesOf(problems)).to.deep.equal(bad.problems);
        expect(problems.map((problem) => problem.code)).to.include(code);
      });
    }

    for (const good of FIXTURES.get(id)?.good ?? []) {
      it(`[${id}] finds nothing in ${good.title}`, () => {
        const { problems, complete } = exploreWorkflow(fixtureFile<WorkflowFile>('explore', good.patch), {
          budget: good.budget ?? 1_000,
        });
        expect(problems).to.deep.equal([]);
        expect(complete).to.equal(true);
      });
    }
  }

  it('[EX5] over budget it says how much was looked at, and never that all is well', () => {
    // given ten branches of three states each: 59,049 combinations
    const branches = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`b${at}`, branch(`b${at}`)]));
    const file = fixtureFile<WorkflowFile>('explore', {
      states: {
        make: { on: { made: { target: 'all' } } },
        all: { type: 'parallel', states: branches, onDone: 'stored' },
      },
    });

    // when
    const { problems, configurations, complete } = exploreWorkflow(file, { budget: 500 });

    // then
    expect(complete).to.equal(false);
    expect(configurations).to.equal(500);
    expect(problems.map(({ code, severity, params }) => ({ code, severity, count: params?.['count'] }))).to.deep.equal([
      { code: 'explore.over_budget', severity: 'warning', count: 500 },
    ]);
  });
});

const branch = (name: string) => ({
  initial: `${name}_one`,
  states: {
    [`${name}_one`]: { on: { [`${name}_next`]: `${name}_two` } },
    [`${name}_two`]: { on: { [`${name}_last`]: `${name}_end` } },
    [`${name}_end`]: { type: 'final' },
  },
});
