import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import { drawn } from './drawn-elements.ts';
import { END, taskOf, workflowOf } from './workflow-files.ts';

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
