import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { drawn } from './drawn-elements.ts';
import { END, fixtureWorkflow, taskOf, workflowOf } from './workflow-files.ts';

const definitionOf = (element: BpmnElement): BpmnElement =>
  (element['eventDefinitions'] as readonly BpmnElement[])[0] as BpmnElement;

describe('parallel states', () => {
  const branch = (more: Partial<StateFile> = {}): StateFile => ({
    description: 'One',
    initial: 'a',
    states: { a: taskOf({ done: 'a_end' }), a_end: { type: 'final', tags: ['x'] } },
    ...more,
  });
  const forked = (): StateFile => ({
    initial: 'b',
    states: {
      b: { always: [{ guard: '= data.b', target: 'c' }, { target: 'b_end' }] },
      c: taskOf({ done: 'b_end' }),
      b_end: { type: 'final' },
    },
  });
  const parallel = (more: Partial<StateFile> = {}): StateFile => ({
    description: 'Both',
    type: 'parallel',
    entry: 'log_it',
    states: { one: branch(), two: forked() },
    onDone: 'closed',
    ...more,
  });

  it('[BP6] the branches stand between a split and a join; their flows carry what the regions are', async () => {
    // when
    const { type, ends, wf, ids } = await drawn(workflowOf({ both: parallel(), closed: END }));

    // then
    expect([type('both'), type('both__join')]).to.deep.equal(['bpmn:ParallelGateway', 'bpmn:ParallelGateway']);
    expect(ends('both__to_0')).to.deep.equal(['both', 'both.one.a']);
    expect(wf('both__to_0', 'wf:Transition')).to.deep.equal({
      region: 'one',
      final: 'a_end',
      regionDescription: 'One',
      body: { final: { tags: ['x'] } },
    });
    expect(wf('both', 'wf:State')).to.deep.equal({ body: { entry: 'log_it' } });
    expect(ends('both.one.a__to')).to.deep.equal(['both.one.a', 'both__join']);
    expect(ends('both__join__to')).to.deep.equal(['both__join', 'closed']);
    expect(ids).not.to.include.members(['both.one.a_end']);
    expect(ids).not.to.include('both.one__merge');
  });

  it('[BP6] ways of one branch to its end meet before the join, which waits for every flow', async () => {
    const { type, ends, wf } = await drawn(workflowOf({ both: parallel(), closed: END }));
    expect(type('both.two__merge')).to.equal('bpmn:ExclusiveGateway');
    expect(wf('both.two__merge', 'wf:State')).to.deep.equal({ kind: 'merge' });
    expect([ends('both.two.b__to_1'), ends('both.two.c__to'), ends('both.two__merge__to')]).to.deep.equal([
      ['both.two.b', 'both.two__merge'],
      ['both.two.c', 'both.two__merge'],
      ['both.two__merge', 'both__join'],
    ]);
  });

  it('[BP6] a split that is entered from several places has a gateway in front', async () => {
    const once = await drawn(workflowOf({ both: parallel(), closed: END }));
    expect(once.ids).not.to.include('both__enter');
    const twice = await drawn(
      workflowOf({
        first: taskOf({ ok: 'both', no: 'again' }),
        again: taskOf({ done: 'both' }),
        both: parallel(),
        closed: END,
      }),
    );
    expect([twice.ends('first__to_0'), twice.ends('again__to'), twice.ends('both__enter__to')]).to.deep.equal([
      ['first__out', 'both__enter'],
      ['again', 'both__enter'],
      ['both__enter', 'both'],
    ]);
    expect(twice.wf('both__enter', 'wf:State')).to.deep.equal({ kind: 'enter' });
  });

  it('[BP6] a parallel state with events is wrapped in a sub-process of its own', async () => {
    // when
    const { type, ends, wf, element } = await drawn(
      workflowOf({ both: parallel({ on: { force: 'closed' } }), closed: END }),
    );

    // then
    expect(type('both')).to.equal('bpmn:SubProcess');
    expect(wf('both', 'wf:State')).to.deep.equal({ kind: 'parallel', body: { entry: 'log_it' } });
    expect([
      ends('both__start__to'),
      ends('both__split__to_0'),
      ends('both__join__to'),
      ends('both__to'),
    ]).to.deep.equal([
      ['both__start', 'both__split'],
      ['both__split', 'both.one.a'],
      ['both__join', 'both__end'],
      ['both', 'closed'],
    ]);
    expect((element('both__on_force')['attachedToRef'] as BpmnElement)['id']).to.equal('both');
    expect(element('both.one.a').$parent).to.equal(element('both'));
  });

  it('[BP6] a parallel state that one branch can leave is wrapped, so that leaving ends the others', async () => {
    // given
    const leaving = branch({
      states: { a: taskOf({ done: 'a_end', stop: '#small.other' }), a_end: { type: 'final' } },
    });

    // when
    const { type, ends, element, name } = await drawn(
      workflowOf({
        both: parallel({ states: { one: leaving, two: forked() } }),
        other: taskOf({ done: 'closed' }),
        closed: END,
      }),
    );

    // then
    expect(type('both')).to.equal('bpmn:SubProcess');
    expect([ends('both.one.a__to_1'), ends('both__leave_0__to')]).to.deep.equal([
      ['both.one.a__out', 'both__end_0'],
      ['both__leave_0', 'other'],
    ]);
    expect(
      [definitionOf(element('both__end_0')), definitionOf(element('both__leave_0'))].map(({ $type, escalationRef }) => [
        $type,
        (escalationRef as BpmnElement)['escalationCode'],
      ]),
    ).to.deep.equal([
      ['bpmn:EscalationEventDefinition', 'other'],
      ['bpmn:EscalationEventDefinition', 'other'],
    ]);
    expect([name('both__end_0'), name('both__leave_0')]).to.deep.equal(['Work', 'Work']);
  });

  it('[BP6] a branch with events of its own is a sub-process; an event that begins it anew leads back to it', async () => {
    // when
    const { type, ends, name, wf } = await drawn(fixtureWorkflow('shortage-escalation'));

    // then
    expect(type('run.watch')).to.equal('bpmn:SubProcess');
    expect(ends('run__to_1')).to.deep.equal(['run', 'run.watch']);
    expect(ends('run.watch__on_attach__to')).to.deep.equal(['run.watch__on_attach', 'run.watch']);
    expect(wf('run.watch__on_attach__to', 'wf:Transition')?.['body']).to.have.property('target', '.look');
    expect(name('run.watch__on_line_changed')).to.equal('The line stopped or runs again');
  });

  it('[BP6] branches that never join have no join: the end of the case ends them all', async () => {
    const { type, ids, element, ends } = await drawn(fixtureWorkflow('shortage-escalation'));
    expect(type('run')).to.equal('bpmn:ParallelGateway');
    expect(ids).not.to.include('run__join');
    expect(ends('run.flow.triage__to_1')).to.deep.equal(['run.flow.triage__out', 'closed_false']);
    expect(definitionOf(element('closed_false')).$type).to.equal('bpmn:TerminateEventDefinition');
  });
});
