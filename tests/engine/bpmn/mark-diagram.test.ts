import { expect } from 'chai';
import { markDiagram } from '../../../engine/bpmn/mark-diagram.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { planDrawing } from '../../../engine/bpmn/plan-drawing.ts';
import { END, fixtureWorkflow, taskOf, workflowOf } from './workflow-files.ts';
import { IN_REVIEWS } from './case-in-reviews.ts';

const idsOf = (done: readonly { readonly id: string }[]): readonly string[] => done.map(({ id }) => id);

describe('the marks of a case', () => {
  it('[BP10] active are the innermost steps it stands in', () => {
    expect(markDiagram(IN_REVIEWS).active).to.deep.equal(['reviews.qc.qc_review']);
  });

  it('[BP10] done is what was visited and left, with how often, and every gateway that a taken flow left', () => {
    // when
    const { done } = markDiagram(IN_REVIEWS);

    // then
    expect(done).to.deep.include.members([
      { id: '__start', times: 1 },
      { id: 'intake', times: 2 },
      { id: 'intake__out', times: 2 },
      { id: 'info_request', times: 1 },
      { id: 'reviews', times: 1 },
    ]);
    expect(idsOf(done)).to.include.members([
      'reviews__enter',
      'reviews.fi.fi_needed',
      'reviews.fi__merge',
      'reviews.pd.pd_review',
    ]);
    expect(idsOf(done)).not.to.include.members(['reviews__join']);
    expect(idsOf(done)).not.to.include('reviews.qc.qc_review');
  });

  it('[BP10] taken are the flows of its transitions, each once, in the order they were first taken', () => {
    const { taken } = markDiagram(IN_REVIEWS);
    expect(taken.slice(0, 6)).to.deep.equal([
      '__start__to',
      'intake__to',
      'intake__to_1',
      'info_request__to',
      'intake__to_0',
      'look_up__to',
    ]);
    expect(taken).to.include('reviews.pr.pr_review__to');
    expect(new Set(taken).size).to.equal(taken.length);
  });

  it('[BP10] every mark names an element of the picture', () => {
    // when
    const { active, done, skipped, taken } = markDiagram(IN_REVIEWS);
    const plan = planDrawing(IN_REVIEWS.file);
    if (plan.kind === 'refused') throw new Error('Refused.');

    // then
    expect(plan.drawing.shapes.map(({ id }) => id)).to.include.members([...active, ...idsOf(done), ...skipped]);
    expect(plan.drawing.flows.map(({ id }) => id)).to.include.members([...taken]);
  });

  it('[BP10] skipped is what it will not come to unless it goes back', () => {
    const { skipped } = markDiagram(IN_REVIEWS);
    expect(skipped).to.have.members([
      'delegated_review',
      'delegated_review__out',
      'reviews.fi.fi_review',
      'reviews.meeting.meeting_minutes',
      'cancelled',
    ]);
  });

  it('[BP10] the first step from where it stands may lead back, so all behind it is still to come', () => {
    // given: the customer is asked; the way on leads back to the check of the order
    const course = {
      ...IN_REVIEWS,
      state: 'info_request',
      visits: { intake: 1, info_request: 1 },
      taken: ['intake.incomplete[0]'],
    };

    // then
    expect(markDiagram(course).skipped).to.deep.equal([]);
  });

  it('[BP10] when the case has ended, its end is done and all that it never came to is skipped', () => {
    // when
    const { active, done, skipped } = markDiagram({
      ...IN_REVIEWS,
      state: 'rejected',
      visits: { ...IN_REVIEWS.visits, decide: 1, reject_confirm: 1, rejected: 1 },
      taken: [...IN_REVIEWS.taken, 'decide.reject[0]', 'reject_confirm.confirmed[0]'],
    });

    // then
    expect(active).to.deep.equal([]);
    expect(idsOf(done)).to.include.members(['rejected', 'reject_confirm__out']);
    expect(skipped).to.include.members([
      'approve',
      'approve__out',
      'issue_notice',
      'approved',
      'negotiation',
      'reviews.fi.fi_review',
    ]);
  });

  it('[BP10] a sub-process is neither active nor done while the case stands in it', () => {
    // given
    const file = fixtureWorkflow('plan-change');
    const course = {
      file,
      state: { approvals: 'pm_approval' },
      visits: { look_up: 1, impact: 1, approvals: 1, route: 1, pm_approval: 1 },
      taken: ['look_up:invoke.onDone[2]', 'impact.assessed[0]', 'route:always[1]'],
    };

    // when
    const { active, done, skipped } = markDiagram(course);

    // then
    expect(active).to.deep.equal(['approvals.pm_approval']);
    expect(idsOf(done)).to.include.members(['look_up', 'approvals__start', 'approvals.impact', 'approvals.route']);
    expect([...idsOf(done), ...skipped]).not.to.include('approvals');
    expect(skipped).to.include.members([
      'approvals.planner_ok',
      'approvals.frozen_broken',
      'approvals.frozen_broken.pm.pm_frozen',
      'pm_verbal',
    ]);
    expect(skipped).not.to.include.members(['approvals.gm_approval', 'apply']);
  });

  it('[BP10] the end of the case that is drawn inside a sub-process is done once it is reached there', () => {
    // given
    const group: StateFile = {
      initial: 'g1',
      on: { stop: 'other' },
      states: { g1: taskOf({ ok: 'g_end', lost: '#small.closed' }), g_end: { type: 'final' } },
      onDone: 'other',
    };
    const file = workflowOf({ group, other: taskOf({ done: 'finished' }), closed: END, finished: END });

    // when
    const { done } = markDiagram({
      file,
      state: 'closed',
      visits: { group: 1, g1: 1, closed: 1 },
      taken: ['g1.lost[0]'],
    });

    // then
    expect(idsOf(done)).to.include.members(['group', 'group.g1', 'group.g1__out', 'group__end_0']);
  });

  it('[BP10] what the file does not know is passed over', () => {
    const { active, taken } = markDiagram({ ...IN_REVIEWS, state: { gone: 'away' }, taken: ['gone.away[0]'] });
    expect(active).to.deep.equal([]);
    expect(taken).to.deep.equal(['__start__to']);
  });

  it('[BP10] a workflow that cannot be drawn has no marks, but its steps', () => {
    const { active, done, steps } = markDiagram({
      file: workflowOf({ work: taskOf({ done: 'nowhere' }), closed: END }),
      state: 'work',
      visits: { work: 1 },
      taken: [],
    });
    expect([active, done]).to.deep.equal([[], []]);
    expect(steps.map(({ status }) => status)).to.deep.equal(['now']);
  });
});
