import { expect } from 'chai';
import { describeDrawing } from '../../../engine/bpmn/describe-drawing.ts';
import { readChart } from '../../../engine/bpmn/read-chart.ts';
import { fixtureWorkflow, WHOLE_WORKFLOWS } from './workflow-files.ts';

describe('the index from a workflow to its picture', () => {
  for (const { name, file } of WHOLE_WORKFLOWS) {
    it(`[BP10] every drawn transition of ${name} has a way of flows that follow each other`, () => {
      // when
      const described = describeDrawing(file);
      if (described.kind === 'refused') throw new Error('Refused.');
      const chart = readChart(file);
      const aside = ['undo_hold', 'withdraw_record', 'void_record', 'cancelled', 'voided'];
      const drawn = chart.states
        .filter(({ path }) => !aside.includes(path[0] ?? ''))
        .flatMap((node) => chart.ways(node));

      // then
      expect(drawn.length).to.be.above(5);
      for (const way of drawn) expect(described.index.ways.get(way.id), way.id).to.not.be.empty;
      expect(described.index.beside).to.include('.void[0]');
    });
  }

  it('[BP10] a way leads through helpers into the first steps that it enters', () => {
    const described = describeDrawing(fixtureWorkflow('order-review'));
    if (described.kind === 'refused') throw new Error('Refused.');
    const { ways, elements, start } = described.index;
    expect(ways.get('intake.complete[0]')).to.deep.equal(['intake__to', 'intake__to_0']);
    expect(ways.get('delegated_review.needs_full[0]')?.slice(0, 4)).to.deep.equal([
      'delegated_review__to',
      'delegated_review__to_1',
      'reviews__enter__to',
      'reviews__to_0',
    ]);
    expect(ways.get('fi_needed:always[1]')).to.deep.equal(['reviews.fi.fi_needed__to_1', 'reviews.fi__merge__to']);
    expect(ways.get('reviews:onDone[0]')).to.deep.equal(['reviews__join__to']);
    expect(ways.get('info_request:after(P3D@office)[0]')).to.deep.equal(['info_request__after_0__to']);
    expect(start).to.deep.equal(['__start__to']);
    expect(elements.get('reviews.pd.pd_review')).to.equal('reviews.pd.pd_review');
    expect(elements.has('reviews.pd.pd_done')).to.equal(false);
  });

  it('[BP10] a way out of a sub-process goes on from its edge, and a way into one goes on to its first step', () => {
    const described = describeDrawing(fixtureWorkflow('plan-change'));
    if (described.kind === 'refused') throw new Error('Refused.');
    const { ways } = described.index;
    expect(ways.get('planner_ok.reject[0]')).to.deep.equal([
      'approvals.planner_ok__to',
      'approvals.planner_ok__to_1',
      'approvals__leave_0__to',
    ]);
    expect(ways.get('look_up:invoke.onDone[2]')).to.deep.equal([
      'look_up__to',
      'look_up__to_2',
      'approvals__start__to',
    ]);
    expect(ways.get('frozen_broken:onDone[0]')).to.deep.equal([
      'approvals.frozen_broken__join__to',
      'approvals.frozen_broken__to',
    ]);
  });
});
