import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import type { Instance } from '../../../engine/model/instance.ts';
import { offerCommands, offerOutcomes } from '../../../engine/step/offers.ts';
import { openTestEngine, type TestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });

const STATES: WorkflowFile['states'] = {
  look_a: { meta: task(['maker']), on: { ok: { target: 'look_b' }, no: { target: 'look_b' } } },
  look_b: { meta: task(['maker']), on: { ok: { target: 'decide' }, no: { target: 'decide' } } },
  decide: {
    meta: task(['checker']),
    on: {
      accept: {
        target: 'ask',
        guard: '= (every r in [data.look_a, data.look_b] satisfies r.outcome = "ok") and data.decide.count > 3',
      },
      many: { target: 'good', guard: '= data.decide.count > 3' },
      reject: { target: 'choose' },
      closed: { target: 'good', guard: '= data.nothing = 1' },
    },
  },
  ask: {
    invoke: { src: 'query', onDone: [{ target: 'good', guard: '= event.data.fine = true' }, { target: 'decide' }] },
  },
  choose: { always: [{ target: 'good', guard: '= data.look_a.outcome = "ok"' }, { target: 'bad' }] },
  good: { type: 'final' },
  bad: { type: 'final', meta: { end: 'cancelled' } },
};

async function decided(a: string, b: string): Promise<{ readonly test: TestEngine; readonly instance: Instance }> {
  const test = openTestEngine(
    sampleVersion(
      sampleFile(STATES, {
        on: {
          stop: { target: '.bad', guard: '= data.stopped = true', meta: { command: { by: ['start'] } } },
          halt: { target: '.bad', meta: { command: { roles: ['checker'] } } },
        },
      }),
    ),
  );
  let instance = await test.complete(await test.start('amy'), 'look_a', 'amy', a);
  instance = await test.complete(instance, 'look_b', 'ben', b);
  return { test, instance };
}

async function offers(a: string, b: string) {
  const { test, instance } = await decided(a, b);
  const [open] = Object.values(instance.tasks);
  if (open === undefined) throw new Error('Nothing is open.');
  return offerOutcomes(await test.engine.context(instance), instance, open);
}

describe('what is offered', () => {
  it('[EP1] an outcome is offered, refused, or depends on the answers', async () => {
    const found = await offers('ok', 'ok');
    expect(found.map(({ outcome, offer }) => [outcome, offer])).to.deep.equal([
      ['accept', 'depends'],
      ['many', 'depends'],
      ['reject', 'offered'],
      ['closed', 'refused'],
    ]);
    expect(found[0]?.fields).to.deep.equal(['count']);
  });

  it('[EP1] asking what is offered changes nothing', async () => {
    const { test, instance } = await decided('ok', 'ok');
    const before = JSON.stringify(instance);
    offerCommands(await test.engine.context(instance), instance, 'amy');
    expect(JSON.stringify(await test.fresh(instance))).to.equal(before);
  });

  it('[EP2] what stands in the way whatever is answered refuses, and the opinions are named', async () => {
    const [accept] = await offers('ok', 'no');
    expect(accept).to.deep.include({ offer: 'refused', against: ['look_b'], fields: [] });
    expect((await offers('no', 'no'))[0]?.against).to.deep.equal(['look_a', 'look_b']);
  });

  it('[EP3] what comes next is known through decisions, and open behind a service', async () => {
    const found = await offers('no', 'ok');
    const next = Object.fromEntries(
      found.map((offer) => [offer.outcome, offer.next.map((step) => `${step.kind} ${step.state}`)]),
    );
    expect(next['reject']).to.deep.equal(['end bad']);
    expect(next['accept']).to.deep.equal(['end good', 'task decide']);
  });

  it('[EP4] a command is offered to whom it is for, and its guard is asked', async () => {
    const { test, instance } = await decided('ok', 'ok');
    const context = await test.engine.context(instance);
    const of = (person: string) =>
      offerCommands(context, instance, person).map(({ command, offered, reason }) => [command.type, offered, reason]);
    expect(of('amy')).to.deep.equal([
      ['stop', false, 'guard'],
      ['halt', false, 'denied'],
    ]);
    expect(of('cat')).to.deep.equal([
      ['stop', false, 'denied'],
      ['halt', true, null],
    ]);
  });
});
