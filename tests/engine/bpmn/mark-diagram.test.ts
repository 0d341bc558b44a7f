import { expect } from 'chai';
import { describeDrawing } from '../../../engine/bpmn/describe-drawing.ts';
import type { CaseCourse } from '../../../engine/bpmn/case-course.ts';
import { markDiagram } from '../../../engine/bpmn/mark-diagram.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { planDrawing } from '../../../engine/bpmn/plan-drawing.ts';
import { readChart } from '../../../engine/bpmn/read-chart.ts';
import { END, fixtureWorkflow, taskOf, WHOLE_WORKFLOWS, workflowOf } from './workflow-files.ts';

/** Order review on its way: asked the customer once, four of five departments answered, finance and meeting not needed. */
const IN_REVIEWS: CaseCourse = {
  file: fixtureWorkflow('order-review'),
  state: {
    reviews: {
      pd: 'pd_done',
      mk: 'mk_done',
      pr: 'pr_done',
      mc: 'mc_done',
      qc: 'qc_review',
      fi: 'fi_done',
      meeting: 'meeting_done',
    },
  },
  visits: {
    intake: 2,
    info_request: 1,
    look_up: 1,
    classify: 1,
    reviews: 1,
    pd: 1,
    pd_review: 1,
    pd_done: 1,
    mk: 1,
    mk_review: 1,
    mk_done: 1,
    pr: 1,
    pr_review: 1,
    pr_done: 1,
    mc: 1,
    mc_review: 1,
    mc_done: 1,
    qc: 1,
    qc_review: 1,
    fi: 1,
    fi_needed: 1,
    fi_done: 1,
    meeting: 1,
    meeting_needed: 1,
    meeting_done: 1,
  },
  taken: [
    'intake.incomplete[0]',
    'info_request.answered[0]',
    'intake.complete[0]',
    'look_up:invoke.onDone[0]',
    'classify:always[2]',
    'fi_needed:always[1]',
    'meeting_needed:always[1]',
    'pd_review.ok[0]',
    'mk_review.ok[0]',
    'pr_review.conditional[0]',
    'mc_review.ok[0]',
  ],
};

const idsOf = (done: readonly { readonly id: string }[]): readonly string[] => done.map(({ id }) => id);

describe('the index from a workflow to its picture', () => {
  for (const { name, file } of WHOLE_WORKFLOWS) {
    it(`[BP10] every drawn transition of ${name} has a way of flows that follow each other`, () => {
      // when
      const described = describeDrawing(file);
      if (described.kind === 'refused') throw new Error('Refused.');
      const chart = readChart(file);
      const aside = ['undo_hold', 'cancelled', 'voided'];
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
    expect(ways.get('info_request:after(P3D)[0]')).to.deep.equal(['info_request__after_0__to']);
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
    expect(ways.get('impact.assessed[0]')).to.deep.equal(['impact__to', 'impact__to_0', 'approvals__start__to']);
    expect(ways.get('frozen_broken:onDone[0]')).to.deep.equal([
      'approvals.frozen_broken__join__to',
      'approvals.frozen_broken__to',
    ]);
  });
});

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
      'reviews.meeting.meeting_review',
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
      taken: ['look_up:invoke.onDone[1]', 'impact.assessed[0]', 'route:always[1]'],
    };

    // when
    const { active, done, skipped } = markDiagram(course);

    // then
    expect(active).to.deep.equal(['approvals.pm_approval']);
    expect(idsOf(done)).to.include.members(['look_up', 'impact', 'approvals__start', 'approvals.route']);
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

describe('the steps of a case', () => {
  it('[BP11] tasks and services in the order of the file, with their state', () => {
    // when
    const { steps } = markDiagram(IN_REVIEWS);

    // then
    expect(steps.map(({ id }) => id).slice(0, 5)).to.deep.equal([
      'intake',
      'info_request',
      'look_up',
      'delegated_review',
      'reviews.pd.pd_review',
    ]);
    expect(steps.find(({ id }) => id === 'intake')).to.deep.equal({
      id: 'intake',
      title: 'Check the order',
      status: 'done',
      times: 2,
      detail: null,
    });
    const statusOf = new Map(steps.map(({ id, status }) => [id, status]));
    expect(
      ['reviews.qc.qc_review', 'delegated_review', 'reviews.fi.fi_review', 'decide'].map((id) => statusOf.get(id)),
    ).to.deep.equal(['now', 'not-needed', 'not-needed', 'to-come']);
    expect(statusOf.has('classify')).to.equal(false);
  });

  it('[BP11] titles come in the language of the reader', () => {
    const { steps } = markDiagram({
      ...IN_REVIEWS,
      text: (pointer, english) => (pointer === '/states/intake/description' ? 'Revisar el pedido' : english),
    });
    expect(steps[0]?.title).to.equal('Revisar el pedido');
  });

  it('[BP11] a waiting state is a step while the case stands in it', () => {
    const file = workflowOf({
      wait: { description: 'Wait for the lot', on: { arrived: 'work' } },
      work: taskOf({ done: 'closed' }),
      closed: END,
    });
    const course = { file, state: 'wait', visits: { wait: 1 }, taken: [] };
    expect(markDiagram(course).steps.map(({ title }) => title)).to.deep.equal(['Wait for the lot', 'Work']);
    expect(
      markDiagram({ ...course, state: 'work', visits: { wait: 1, work: 1 } }).steps.map(({ title }) => title),
    ).to.deep.equal(['Work']);
  });

  it('[BP11] what only a command of the whole workflow leads to is a step once the case came there', () => {
    const course = {
      file: fixtureWorkflow('nonconforming-product'),
      state: 'evaluate',
      visits: { evaluate: 1 },
      taken: [],
    };
    const idsIn = (given: CaseCourse): readonly string[] => markDiagram(given).steps.map(({ id }) => id);
    expect(idsIn(course)).not.to.include('undo_hold');
    expect(idsIn({ ...course, state: 'undo_hold', visits: { evaluate: 1, undo_hold: 1 } })).to.include('undo_hold');
  });
});
