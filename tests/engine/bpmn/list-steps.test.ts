import { expect } from 'chai';
import type { CaseCourse } from '../../../engine/bpmn/case-course.ts';
import { markDiagram } from '../../../engine/bpmn/mark-diagram.ts';
import { END, fixtureWorkflow, taskOf, workflowOf } from './workflow-files.ts';
import { IN_REVIEWS } from './case-in-reviews.ts';

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
