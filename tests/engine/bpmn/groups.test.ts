import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { drawn } from './drawn-elements.ts';
import { END, fixtureWorkflow, taskOf, workflowOf } from './workflow-files.ts';

const definitionOf = (element: BpmnElement): BpmnElement =>
  (element['eventDefinitions'] as readonly BpmnElement[])[0] as BpmnElement;

describe('groups', () => {
  it('[BP7] a group without an end and events is drawn open: a frame, and its steps beside their neighbours', async () => {
    // when
    const { type, element, ends, wf } = await drawn(fixtureWorkflow('nonconforming-product'));

    // then
    expect(type('board')).to.equal('bpmn:Group');
    expect((element('board')['categoryValueRef'] as BpmnElement)['value']).to.equal('Material review board');
    expect(wf('board', 'wf:State')).to.deep.equal({ kind: 'open', body: { initial: 'votes' } });
    expect(element('board.votes').$parent).to.equal(element('nonconforming-product'));
    expect(ends('evaluate__to_2')).to.deep.equal(['evaluate__out', 'board.votes']);
    expect(ends('split_lots__error__to')).to.deep.equal(['split_lots__error', 'renumber']);
  });

  it('[BP8] a way out of the middle of a sub-process ends inside and goes on at its edge, once for each target', async () => {
    // when
    const { ends, ids, element, name } = await drawn(fixtureWorkflow('plan-change'));

    // then
    expect(ends('approvals.planner_ok__to_1')).to.deep.equal(['approvals.planner_ok__out', 'approvals__end_0']);
    expect(ends('approvals.gm_approval__to_1')).to.deep.equal(['approvals.gm_approval__out', 'approvals__end_0']);
    expect(ends('approvals.frozen_broken.pm.pm_frozen__to_1')[1]).to.equal('approvals.frozen_broken__end_0');
    expect(ends('approvals__leave_0__to')).to.deep.equal(['approvals__leave_0', 'refused']);
    expect((element('approvals__leave_0')['attachedToRef'] as BpmnElement)['id']).to.equal('approvals');
    expect(name('approvals__leave_0')).to.equal('Refused');
    expect(ids).not.to.include('approvals__leave_1');
  });

  it('[BP8] the end of the case inside a sub-process is a terminate end, drawn there alone', async () => {
    // given
    const group: StateFile = {
      initial: 'g1',
      on: { stop: 'other' },
      states: { g1: taskOf({ ok: 'g_end', lost: '#small.closed' }), g_end: { type: 'final' } },
      onDone: 'other',
    };

    // when
    const { ends, element, name, ids, wf } = await drawn(
      workflowOf({ group, other: taskOf({ done: 'finished' }), closed: { ...END, output: { x: 1 } }, finished: END }),
    );

    // then
    expect(ends('group.g1__to_1')).to.deep.equal(['group.g1__out', 'group__end_0']);
    expect(definitionOf(element('group__end_0')).$type).to.equal('bpmn:TerminateEventDefinition');
    expect(name('group__end_0')).to.equal('Closed');
    expect(wf('group__end_0', 'wf:State')).to.deep.equal({ kind: 'leave', body: { output: { x: 1 } } });
    expect(wf('group.g1__to_1', 'wf:Transition')?.['body']).to.have.property('target', '#small.closed');
    expect(ids).not.to.include('closed');
  });

  it('[BP8] commands of the whole case, and what only they lead to, are kept beside the picture', async () => {
    // when
    const { ids, wf } = await drawn(fixtureWorkflow('nonconforming-product'));

    // then
    const beside = ['undo_hold', 'withdraw_record', 'void_record', 'cancelled', 'voided'];
    for (const id of beside) expect(ids).not.to.include(id);
    const machine = wf('nonconforming-product', 'wf:Machine')?.['body'] as {
      readonly on: object;
      readonly states: object;
    };
    expect(Object.keys(machine.on)).to.deep.equal(['withdraw', 'void']);
    expect(Object.keys(machine.states)).to.have.members(beside);
  });
});
