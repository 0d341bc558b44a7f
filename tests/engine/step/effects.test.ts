import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { EffectFailure, type EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const _DAY = 24 * HOUR;
const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], handlers: readonly EffectHandler[] = []) =>
  openTestEngine(sampleVersion(sampleFile(states)), { handlers });

/** A handler that keeps what it was asked and answers as it is told. */
function recording(
  answer: (call: number) => unknown,
): EffectHandler & { readonly calls: { readonly key: string; readonly attempt: number; readonly input: unknown }[] } {
  const calls: { key: string; attempt: number; input: unknown }[] = [];
  return {
    name: 'query',
    asked: ['invoke', 'action'],
    input: {},
    calls,
    run: async (input, { key, attempt }) => {
      calls.push({ key, attempt, input });
      return answer(calls.length) as never;
    },
  };
}

describe('effects', () => {
  const LOOKING: WorkflowFile['states'] = {
    look: {
      invoke: {
        src: 'query',
        input: { query: '= data.request.note' },
        onDone: [{ target: 'found', guard: '= event.data.count = 3 and data.look.count = 3' }, { target: 'odd' }],
        onError: [{ target: 'failed', guard: '= event.data.code = "refused"' }],
      },
    },
    found: { type: 'final' },
    odd: { type: 'final' },
    failed: { type: 'final', meta: { end: 'cancelled' } },
  };

  it('[EF1] [WK2] what a step asks for has a key, reaches its handler once, and its result lands before the guards', async () => {
    // given
    const query = recording(() => ({ count: 3 }));
    const test = open(LOOKING, [query]);
    const instance = await test.start('amy', { note: 'bolts' });
    const key = Object.values(instance.effects)[0]?.key;

    // when
    await test.worker.drain();

    // then
    const after = await test.fresh(instance);
    expect(after.end?.end).to.equal('found');
    expect(query.calls).to.deep.equal([{ key, attempt: 1, input: { query: 'bolts' } }]);
    expect(key).to.equal(`${instance.id}:look#1`);
  });

  it('[EF2] a result that comes after its state was left moves nothing', async () => {
    // given
    const states: WorkflowFile['states'] = {
      look: {
        invoke: { src: 'query', onDone: { target: 'found' } },
        on: { stop: { target: 'stopped', meta: { command: { roles: ['maker'] } } } },
      },
      stopped: { meta: task(['maker']), on: { done: { target: 'found' } } },
      found: { type: 'final' },
    };
    const query = recording(() => ({ count: 3 }));
    const test = open(states, [query]);
    const instance = await test.start('amy');

    // when
    await test.command(instance, 'stop', 'amy');
    await test.worker.drain();

    // then
    const after = await test.fresh(instance);
    expect(query.calls).to.have.length(1);
    expect(openStates(after)).to.deep.equal(['stopped']);
    expect([after.effects, after.data['look']]).to.deep.equal([{}, undefined]);
  });

  it('[EF3] the output is in data and in the event', async () => {
    const test = open(LOOKING, [recording(() => ({ count: 7 }))]);
    const instance = await test.start('amy');
    await test.worker.drain();
    expect((await test.fresh(instance)).end?.end).to.equal('odd');
    expect((await test.fresh(instance)).data['look']).to.deep.equal({ count: 7 });
  });

  it('[EF4] a refusal goes to onError with its code; one that no candidate takes is an incident and nothing moves', async () => {
    const refusing = (code: string) =>
      recording(() => {
        throw new EffectFailure(code, 'It may not be.', false);
      });
    const taken = open(LOOKING, [refusing('refused')]);
    const first = await taken.start('amy');
    await taken.worker.drain();
    expect((await taken.fresh(first)).end?.end).to.equal('failed');

    const stuck = open(LOOKING, [refusing('other')]);
    const second = await stuck.start('amy');
    await stuck.worker.drain();
    const after = await stuck.fresh(second);
    expect(after.state).to.equal('look');
    expect(Object.values(after.incidents).map((incident) => incident.code)).to.deep.equal(['other']);
    expect(after.data).to.not.have.property('look');
  });

  it('[EF5] a result from a lost lease is refused', async () => {
    // given
    const test = open(LOOKING);
    const instance = await test.start('amy');
    const [first] = await test.store.claimDue({ now: test.clock.now(), leaseMs: 1_000, limit: 1, token: 'zombie' });
    await test.store.claimDue({ now: test.clock.now() + 1_000, leaseMs: 1_000, limit: 1, token: 'next' });

    // when
    const send = (lease: string) =>
      test.send({
        kind: 'effect',
        id: `effect-${lease}`,
        instance: instance.id,
        effect: first?.id ?? '',
        lease,
        result: { kind: 'done', output: { count: 3 } },
      });

    // then
    expect((await refusalOf(send('zombie'))).code).to.equal('effect.lease_lost');
    expect((await send('next')).instance.end?.end).to.equal('found');
    expect((await refusalOf(send('again'))).code).to.equal('effect.closed');
  });

  it('[EF6] an action that the last step asked for is done after the end', async () => {
    const told = { ...recording(() => null), name: 'notify' };
    const test = open(
      {
        ask: {
          meta: task(['maker']),
          on: { done: { target: 'end', actions: { type: 'notify', params: { to: ['maker'] } } } },
        },
        end: { type: 'final' },
      },
      [told],
    );
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'done');
    expect(after.status).to.equal('done');
    await test.worker.drain();
    expect(told.calls).to.have.length(1);
    expect((await test.fresh(after)).effects).to.deep.equal({});
    expect((await test.fresh(after)).rev).to.equal(after.rev);
  });

  it('[EF7] [WK4] work that a workflow cannot take is stopped with an incident, and the others go on', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { done: { target: 'end' } },
        after: { 'PT1H@always': [{ target: 'next', guard: '= data.request.note = "bad"' }, { target: 'end' }] },
      },
      next: { meta: task(['maker']), on: { done: { target: 'end' } }, after: { '= data.nonsense': { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);
    const bad = await test.start('amy', { note: 'bad' });
    const good = await test.start('amy', { note: 'good' });

    // when
    await test.pass(HOUR);

    // then
    expect((await test.fresh(good)).end?.end).to.equal('end');
    const stopped = await test.fresh(bad);
    expect(stopped.state).to.equal('ask');
    expect(Object.values(stopped.incidents).map((incident) => incident.code)).to.deep.equal(['expression.failed']);
    expect(stopped.nextDueAt).to.equal(null);
  });
});
