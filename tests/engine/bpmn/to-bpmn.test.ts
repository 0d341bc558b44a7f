import { expect } from 'chai';
import { planDrawing } from '../../../engine/bpmn/plan-drawing.ts';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { drawAndRead, drawn } from './drawn-elements.ts';
import { END, fixtureWorkflow, taskOf, workflowOf } from './workflow-files.ts';

const definitionOf = (element: BpmnElement): BpmnElement =>
  (element['eventDefinitions'] as readonly BpmnElement[])[0] as BpmnElement;
const bodyOf = (expression: unknown): unknown => (expression as BpmnElement | undefined)?.['body'];

describe('ids and shapes', () => {
  it('[BP1] the id of a state is its path joined by dots, helpers add a part behind two underscores', async () => {
    // when
    const { ids } = await drawn(fixtureWorkflow('order-review'));

    // then
    expect(ids).to.include.members([
      '__start',
      '__start__to',
      'intake',
      'intake__to',
      'intake__out',
      'intake__to_0',
      'intake__to_2',
    ]);
    expect(ids).to.include.members([
      'info_request__after_0',
      'info_request__after_0__to',
      'info_request__after_0__end',
      'info_request__after_1',
      'info_request__after_0__def',
    ]);
    expect(ids).to.include.members([
      'reviews__enter',
      'reviews__enter__to',
      'reviews',
      'reviews__to_6',
      'reviews.fi.fi_needed',
      'reviews.fi__merge',
      'reviews__join',
      'reviews__join__to',
    ]);
  });

  it('[BP1] every id is unique and a legal name of XML', () => {
    // when
    const plan = planDrawing(fixtureWorkflow('shortage-escalation'));
    if (plan.kind === 'refused') throw new Error('Refused.');
    const ids = [...plan.drawing.shapes, ...plan.drawing.flows, ...plan.drawing.frames].map(({ id }) => id);

    // then
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(id).to.match(/^[A-Za-z_][\w.-]*$/);
  });

  it('[BP2] each kind of state has its shape, its name, and in extensions what BPMN cannot say', async () => {
    // given
    const file = workflowOf({
      way: { description: 'Which way?', always: [{ guard: '= data.a', target: 'work' }, { target: 'ask' }] },
      work: taskOf(
        { done: 'ask' },
        {
          entry: 'log_it',
          meta: { task: { form: 'work', roles: ['a', 'b'], due: 'PT4H', notBy: ['start'] }, suspended: 'customer' },
        },
      ),
      ask: { description: 'Ask', invoke: { src: 'query', input: { x: 1 }, onDone: 'child' } },
      child: { invoke: { src: 'workflow:other-work', onDone: 'group' } },
      group: {
        description: 'Group',
        initial: 'inner',
        states: { inner: taskOf({ done: 'inner_end' }), inner_end: { type: 'final' } },
        onDone: 'closed',
      },
      closed: { ...END, meta: { end: 'cancelled' } },
    });

    // when
    const { type, name, wf, element } = await drawn(file);

    // then
    expect(['way', 'work', 'ask', 'child', 'group', 'closed'].map(type)).to.deep.equal([
      'bpmn:ExclusiveGateway',
      'bpmn:UserTask',
      'bpmn:ServiceTask',
      'bpmn:CallActivity',
      'bpmn:SubProcess',
      'bpmn:EndEvent',
    ]);
    expect(name('way')).to.equal('Which way?');
    expect(wf('work', 'wf:Task')).to.deep.equal({
      form: 'work',
      roles: 'a,b',
      due: 'PT4H',
      body: { notBy: ['start'] },
    });
    expect(wf('work', 'wf:State')).to.deep.equal({ body: { entry: 'log_it', meta: { suspended: 'customer' } } });
    expect(wf('ask', 'wf:Service')).to.deep.equal({ src: 'query', body: { input: { x: 1 } } });
    expect(element('child')['calledElement']).to.equal('other-work');
    expect(wf('closed', 'wf:State')).to.deep.equal({ body: { meta: { end: 'cancelled' } } });
    expect(['group__start', 'group.inner', 'group.inner_end'].map(type)).to.deep.equal([
      'bpmn:StartEvent',
      'bpmn:UserTask',
      'bpmn:EndEvent',
    ]);
    expect(element('group.inner').$parent).to.equal(element('group'));
  });

  it('[BP2] roles with a comma, an empty list and an expression survive in the body', async () => {
    for (const roles of [['a,b'], [], '= [signer]']) {
      const { wf } = await drawn(
        workflowOf({ work: taskOf({ done: 'closed' }, { meta: { task: { form: 'work', roles } } }), closed: END }),
      );
      expect(wf('work', 'wf:Task')).to.deep.equal({ form: 'work', body: { roles } });
    }
  });

  it('[BP2] one for each item is a multi-instance marker', async () => {
    const { element } = await drawn(fixtureWorkflow('nonconforming-product'));
    for (const id of ['identified', 'authorise', 'execute'])
      expect((element(id)['loopCharacteristics'] as BpmnElement).$type).to.equal(
        'bpmn:MultiInstanceLoopCharacteristics',
      );
    expect(element('evaluate')['loopCharacteristics']).to.equal(undefined);
  });

  it('[BP3] a state that waits for one thing is that event', async () => {
    // given
    const waits: { readonly [kind: string]: StateFile } = {
      Message: { description: 'Wait', on: { arrived: 'closed' } },
      Timer: { description: 'Wait', after: { PT30M: 'closed' } },
      Conditional: { description: 'Wait', always: { target: 'closed', guard: '= data.eta != null' } },
    };

    for (const [kind, wait] of Object.entries(waits)) {
      // when
      const { type, name, wf, element, ends } = await drawn(workflowOf({ wait, closed: END }));

      // then
      expect(type('wait'), kind).to.equal('bpmn:IntermediateCatchEvent');
      expect(definitionOf(element('wait')).$type).to.equal(`bpmn:${kind}EventDefinition`);
      expect(name('wait')).to.equal('Wait');
      expect(wf('wait', 'wf:State')?.['kind']).to.equal('wait');
      expect(ends('wait__to')).to.deep.equal(['wait', 'closed']);
    }
  });

  it('[BP3] a state that waits for several things is an event-based gateway with a catch event for each', async () => {
    // given
    const wait: StateFile = {
      description: 'Until the next update',
      on: { stopped: { target: 'closed', description: 'The line stopped' } },
      after: { '= data.every': { target: 'closed' } },
      always: { guard: '= data.tier != data.seen', target: 'wait', reenter: true, description: 'count anew' },
    };

    // when
    const { type, name, element, ends, wf } = await drawn(workflowOf({ wait, closed: END }));

    // then
    expect(type('wait')).to.equal('bpmn:EventBasedGateway');
    expect([0, 1, 2].map((index) => definitionOf(element(`wait__catch_${index}`)).$type)).to.deep.equal([
      'bpmn:MessageEventDefinition',
      'bpmn:TimerEventDefinition',
      'bpmn:ConditionalEventDefinition',
    ]);
    expect([0, 1, 2].map((index) => name(`wait__catch_${index}`))).to.deep.equal([
      'The line stopped',
      undefined,
      'count anew',
    ]);
    expect(ends('wait__catch_2__to')).to.deep.equal(['wait__catch_2', 'wait']);
    expect(wf('wait__catch_0', 'wf:Transition')).to.deep.equal({ event: 'stopped' });
    expect(wf('wait__catch_2__to', 'wf:Transition')).to.deep.equal({
      body: { guard: '= data.tier != data.seen', reenter: true },
    });
  });

  it('[BP3] a delay stands as ISO for others to read and whole for us; an expression may give a moment', async () => {
    // given
    const file = workflowOf({
      work: taskOf({ done: 'closed' }, { after: { 'P1D@office': 'closed', '= data.due': 'closed' } }),
      closed: END,
    });

    // when
    const { element, wf } = await drawn(file);

    // then
    expect(bodyOf(definitionOf(element('work__after_0'))['timeDuration'])).to.equal('P1D');
    expect(wf('work__after_0', 'wf:Transition')).to.deep.equal({ event: 'P1D@office' });
    expect(bodyOf(definitionOf(element('work__after_1'))['timeDate'])).to.equal('data.due');
    expect(wf('work__after_1', 'wf:Transition')).to.deep.equal({ event: '= data.due' });
  });
});

describe('ways out', () => {
  const leaving = (on: NonNullable<StateFile['on']>) =>
    drawn(workflowOf({ work: taskOf(on), other: taskOf({ done: 'closed' }), closed: END }));

  it('[BP4] one outcome is one flow that carries it', async () => {
    const { ends, wf, ids } = await leaving({ done: { target: 'other', actions: 'log_it' } });
    expect(ends('work__to')).to.deep.equal(['work', 'other']);
    expect(wf('work__to', 'wf:Transition')).to.deep.equal({ event: 'done', body: { actions: 'log_it' } });
    expect(ids).not.to.include('work__out');
  });

  it('[BP4] outcomes that all lead to one state share one flow', async () => {
    const { ends, wf, ids } = await leaving({
      ok: 'other',
      no: { target: 'other', guard: '= data.a', description: 'No' },
    });
    expect(ends('work__to')).to.deep.equal(['work', 'other']);
    expect(wf('work__to', 'wf:Transition')).to.deep.equal({
      body: [{ event: 'ok' }, { event: 'no', guard: '= data.a', description: 'No' }],
    });
    expect(ids).not.to.include('work__out');
  });

  it('[BP4] outcomes that lead apart leave by a gateway, in order, with FEEL guards as conditions', async () => {
    // when
    const { type, ends, wf, element } = await leaving({
      accept: [
        { target: 'other', guard: '= data.a > 1' },
        { target: 'closed', guard: 'isAllowed' },
      ],
      reject: 'closed',
    });

    // then
    expect(type('work__out')).to.equal('bpmn:ExclusiveGateway');
    expect(wf('work__out', 'wf:State')).to.deep.equal({ kind: 'outcome' });
    expect(ends('work__to')).to.deep.equal(['work', 'work__out']);
    expect([0, 1, 2].map((index) => ends(`work__to_${index}`))).to.deep.equal([
      ['work__out', 'other'],
      ['work__out', 'closed'],
      ['work__out', 'closed'],
    ]);
    expect([0, 1, 2].map((index) => wf(`work__to_${index}`, 'wf:Transition'))).to.deep.equal([
      { event: 'accept', order: '0' },
      { event: 'accept', order: '1', body: { guard: 'isAllowed' } },
      { event: 'reject', order: '2' },
    ]);
    expect([0, 1, 2].map((index) => bodyOf(element(`work__to_${index}`)['conditionExpression']))).to.deep.equal([
      'data.a > 1',
      undefined,
      undefined,
    ]);
    expect(element('work__to')['conditionExpression']).to.equal(undefined);
    expect(element('work__out')['default']).to.equal(undefined);
  });

  it('[BP4] the last unguarded way of a decision and of an end is the default; a named guard never is', async () => {
    // given
    const file = workflowOf({
      way: {
        always: [{ guard: '= data.a', target: 'ask' }, { guard: 'isAllowed', target: 'closed' }, { target: 'closed' }],
      },
      ask: { invoke: { src: 'query', onDone: [{ guard: '= event.data.a', target: 'way' }, { target: 'wait' }] } },
      wait: {
        always: [
          { guard: '= data.a', target: 'ask' },
          { guard: 'isAllowed', target: 'closed' },
        ],
      },
      closed: END,
    });

    // when
    const { element } = await drawn(file);

    // then
    expect((element('way')['default'] as BpmnElement)['id']).to.equal('way__to_2');
    expect((element('ask__out')['default'] as BpmnElement)['id']).to.equal('ask__to_1');
    expect(element('wait')['default']).to.equal(undefined);
  });

  it('[BP9] a flow is named by its description, else by the outcome in words, but not if it is the only one', async () => {
    const several = await leaving({ not_a_nc: 'other', 'ask.again': { target: 'closed', description: 'Ask' } });
    expect([several.name('work__to_0'), several.name('work__to_1')]).to.deep.equal(['not a nc', 'Ask']);
    const one = await leaving({ not_a_nc: 'other' });
    expect(one.name('work__to')).to.equal(undefined);
  });

  it('[BP9] a description that says what the outcome is called anyway is kept', async () => {
    const { name, wf } = await leaving({ all_good: { target: 'other', description: 'all good' }, no: 'closed' });
    expect(name('work__to_0')).to.equal('all good');
    expect(wf('work__to_0', 'wf:Transition')).to.deep.equal({
      event: 'all_good',
      order: '0',
      body: { description: 'all good' },
    });
  });

  it('[BP9] names come in the language of the reader, asked for by pointer', async () => {
    // given
    const asked: string[] = [];
    const file = workflowOf({
      work: taskOf({ ok: { target: 'closed', description: 'OK' }, no: [{ target: 'other' }] }),
      other: taskOf({ done: 'closed' }),
      closed: END,
    });

    // when
    const { name } = await drawn(file, (pointer, english) => {
      asked.push(pointer);
      return `${english} (es)`;
    });

    // then
    expect([name('small'), name('work'), name('work__to_0'), name('work__to_1'), name('closed')]).to.deep.equal([
      'Small (es)',
      'Work (es)',
      'OK (es)',
      'no (es)',
      'Closed (es)',
    ]);
    expect(asked).to.include.members([
      '/description',
      '/states/work/description',
      '/states/work/on/ok/description',
      '/states/work/on/no/0/description',
    ]);
  });
});

describe('events at the edge', () => {
  const file = workflowOf({
    ask: {
      description: 'Ask',
      invoke: { src: 'query', onDone: 'closed', onError: { target: 'other', description: 'No answer' } },
      on: { stop_it: { target: 'other', description: 'Stop' }, note: { actions: [{ type: 'notify' }] } },
      after: {
        PT8H: { actions: 'log_it', description: 'Remind' },
        P2D: [{ target: 'other', guard: '= data.a' }, { target: 'closed' }],
      },
    },
    other: taskOf({ done: 'closed' }),
    closed: END,
  });

  it('[BP5] events, delays and failures are boundary events of their host', async () => {
    // when
    const { element, name, ends, wf } = await drawn(file);

    // then
    for (const id of ['ask__on_stop_it', 'ask__on_note', 'ask__after_0', 'ask__after_1', 'ask__error'])
      expect((element(id)['attachedToRef'] as BpmnElement)['id'], id).to.equal('ask');
    expect(['ask__on_stop_it', 'ask__after_1', 'ask__error'].map(name)).to.deep.equal(['Stop', '2 d', 'No answer']);
    expect(wf('ask__on_stop_it', 'wf:Transition')).to.deep.equal({ event: 'stop_it' });
    expect(ends('ask__error__to')).to.deep.equal(['ask__error', 'other']);
    expect(name('ask__error__to')).to.equal(undefined);
    expect(ends('ask__after_1__to_0')).to.deep.equal(['ask__after_1__out', 'other']);
  });

  it('[BP5] an event that only acts does not interrupt, and ends in a small end of its own', async () => {
    // when
    const { element, name, ends, wf, type } = await drawn(file);

    // then
    for (const id of ['ask__on_note', 'ask__after_0']) {
      expect(element(id)['cancelActivity'], id).to.equal(false);
      expect(ends(`${id}__to`)).to.deep.equal([id, `${id}__end`]);
      expect(type(`${id}__end`)).to.equal('bpmn:EndEvent');
      expect(wf(`${id}__end`, 'wf:State')).to.deep.equal({ kind: 'internal' });
    }
    expect([
      name('ask__on_note'),
      name('ask__on_note__end'),
      name('ask__after_0'),
      name('ask__after_0__end'),
    ]).to.deep.equal(['note', 'notify', '8 h', 'Remind']);
    expect(wf('ask__on_note', 'wf:Transition')).to.deep.equal({
      event: 'note',
      body: [{ event: 'note', actions: [{ type: 'notify' }] }],
    });
    expect(element('ask__after_1')['cancelActivity']).not.to.equal(false);
  });
});

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
    expect(ends('split_lots__error__to')).to.deep.equal(['split_lots__error', 'board.proposal']);
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
    for (const id of ['voided', 'undo_hold', 'cancelled']) expect(ids).not.to.include(id);
    const machine = wf('nonconforming-product', 'wf:Machine')?.['body'] as {
      readonly on: object;
      readonly states: object;
    };
    expect(Object.keys(machine.on)).to.deep.equal(['withdraw', 'void']);
    expect(Object.keys(machine.states)).to.have.members(['undo_hold', 'cancelled', 'voided']);
  });
});

describe('the XML of a picture', () => {
  it('[BP14] every shape knows the flows that enter and leave it', async () => {
    // when
    const { elementsById } = await drawAndRead(fixtureWorkflow('order-review'));
    const flows = Object.values(elementsById).filter((element) => element.$type === 'bpmn:SequenceFlow');

    // then
    expect(flows.length).to.be.above(40);
    for (const flow of flows) {
      expect((flow['sourceRef'] as BpmnElement)['outgoing'], String(flow['id'])).to.include(flow);
      expect((flow['targetRef'] as BpmnElement)['incoming'], String(flow['id'])).to.include(flow);
    }
  });
});
