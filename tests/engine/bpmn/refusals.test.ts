import { expect } from 'chai';
import { DRAWING_CODES } from '../../../engine/bpmn/drawing-problem.ts';
import { toBpmn } from '../../../engine/bpmn/to-bpmn.ts';
import { createElement } from '../../../server/diagram/bpmn-xml.ts';
import { REFUSALS, small } from './refused-workflows.ts';
import { taskOf } from './workflow-files.ts';

describe('workflows that cannot be drawn', () => {
  for (const { code, when, file, path } of REFUSALS) {
    it(`[BP12] ${when} is refused as ${code} at ${path}`, () => {
      // when
      const result = toBpmn(file, createElement);

      // then
      const problems = result.kind === 'refused' ? result.problems : [];
      expect(problems.map((problem) => `${problem.code} ${problem.path}`)).to.deep.equal([`${code} ${path}`]);
      expect(problems[0]?.message).to.match(/^.+\. .+\.$/s);
    });
  }

  it('[BP12] every code of the list has a fixture', () => {
    expect(new Set(REFUSALS.map(({ code }) => code))).to.deep.equal(new Set(DRAWING_CODES));
  });

  it('[BP12] all problems are told at once', () => {
    // given
    const file = small(taskOf({ done: 'nowhere' }), {
      stuck: {},
      also: taskOf({ note: { actions: 'log_it' }, done: 'closed' }),
    });

    // when
    const result = toBpmn(file, createElement);

    // then
    expect(result.kind === 'refused' && result.problems.map(({ code }) => code)).to.deep.equal([
      'drawing.bad_target',
      'drawing.dead_state',
      'drawing.internal_outcome',
    ]);
  });
});
