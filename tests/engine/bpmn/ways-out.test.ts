import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { drawn } from './drawn-elements.ts';
import { END, taskOf, workflowOf } from './workflow-files.ts';

const bodyOf = (expression: unknown): unknown => (expression as BpmnElement | undefined)?.['body'];

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

  it('[BP4] outcomes that lead apart leave by a gateway, in order, with FEEL guards as conditions; one that shares its end with another has its outcome', async () => {
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
      'outcome = "reject"',
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
