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
