import { expect } from 'chai';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { openTestEngine, refusalOf, sha256, type TestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';
import { instanceIdOf } from '../../../engine/runtime/engine.ts';

const HOUR = 3_600_000;
const CHILD = sampleVersion(
  sampleFile(
    {
      work: {
        meta: { task: { form: 'note', roles: ['checker'] } },
        on: { done: { target: 'finished' }, given_up: { target: 'gone' } },
      },
      finished: { type: 'final', output: { note: '= data.work.note' } },
      gone: { type: 'final', meta: { end: 'cancelled' } },
    },
    {
      id: 'child',
      meta: { number: 'CHD-{seq3}', start: { form: 'note', roles: ['check_manager'], into: 'request' } },
      on: {
        withdraw: {
          description: 'Withdraw',
          target: '.gone',
          guard: '= data.request.count != 9',
          meta: { command: { by: ['start'] } },
        },
        told: { target: '.finished' },
      },
    },
  ),
);

const parent = (more: Partial<StateFile> = {}, input: object = {}) =>
  sampleVersion(
    sampleFile({
      wait: {
        invoke: {
          src: 'workflow:child',
          input: { answers: { note: '= data.request.note', count: '= data.request.count' }, ...input },
          onDone: { target: 'end' },
          onError: { target: 'wrong' },
        },
        ...more,
      },
      wrong: { type: 'final' },
      end: { type: 'final' },
    }),
  );
const open = (version = parent()) => openTestEngine(version, { others: [CHILD] });

async function childOf(test: TestEngine, instance: { id: string }, place = 'wait#1') {
  const child = await test.store.load(instanceIdOf(`child:${instance.id}:${place}`, sha256));
  if (child === undefined) throw new Error('The child did not start.');
  return child;
}

describe('children and messages', () => {
  it('[CH1] a child starts in the name of the initiator, whatever roles start it, and the effect waits', async () => {
    // given
    const test = open();
    const instance = await test.start('amy', { note: 'hello' });

    // when
    await test.pass(1);

    // then
    const child = await childOf(test, instance);
    expect([child.initiator, child.data['request']]).to.deep.equal(['amy', { note: 'hello' }]);
    const waiting = await test.fresh(instance);
    expect(Object.values(waiting.effects)[0]?.waits).to.equal(true);
    expect(waiting.nextDueAt).to.equal(null);
  });

  it('[CH2] its end comes back once, with number, end, status and output', async () => {
    // given
    const test = open();
    const instance = await test.start('amy', { note: 'x' });
    await test.pass(1);
    await test.complete(await childOf(test, instance), 'work', 'cat', 'done', { note: 'all good' });

    // when
    await test.pass(1);
    await test.pass(HOUR);

    // then
    const after = await test.fresh(instance);
    expect(after.status).to.equal('done');
    expect(after.data['wait']).to.deep.equal({
      number: 'CHD-001',
      end: 'finished',
      status: 'done',
      output: { note: 'all good' },
    });
  });

  it('[CH3] one that ended cancelled is an error of its parent', async () => {
    // given
    const test = open();
    const instance = await test.start('amy', { note: 'x' });
    await test.pass(1);

    // when
    await test.complete(await childOf(test, instance), 'work', 'cat', 'given_up');
    await test.pass(1);

    // then
    expect((await test.fresh(instance)).end?.end).to.equal('wrong');
  });

  it('[CH4] leaving the state calls the child back; where it cannot withdraw it goes on alone', async () => {
    for (const [count, status] of [
      [1, 'cancelled'],
      [9, 'active'],
    ] as const) {
      // given
      const test = open(parent({ after: { 'PT2H@always': { target: 'wrong' } } }));
      const instance = await test.start('amy', { note: 'x', count });
      await test.pass(1);

      // when
      await test.pass(2 * HOUR);

      // then
      const child = await childOf(test, instance);
      expect(child.status).to.equal(status);
      const ended = await test.fresh(instance);
      expect([ended.status, ended.effects]).to.deep.equal(['done', {}]);
    }
  });

  it('[CH4] one that never started does not start', async () => {
    // given: the state is left before any worker looked
    const test = open(parent({ on: { skip: { target: 'wrong', meta: { command: { roles: ['maker'] } } } } }));
    const instance = await test.start('amy', { note: 'x' });

    // when
    const ended = await test.command(instance, 'skip', 'amy');
    await test.pass(HOUR);

    // then
    expect(ended.effects).to.deep.equal({});
    expect(await test.store.load(instanceIdOf(`child:${instance.id}:wait#1`, sha256))).to.equal(undefined);
  });

  it('[CH5] a child whose start is refused is a failure with the code of the refusal', async () => {
    // given
    const version = parent({}, { answers: { unknown: 1 } });
    const test = open(version);
    const instance = await test.start('amy', { note: 'x' });

    // when
    await test.pass(1);

    // then
    expect((await test.fresh(instance)).end?.end).to.equal('wrong');
  });

  const several = (more: object) =>
    parent(
      { meta: { forEach: { items: ['a', 'b', 'c'], as: 'lot', ...more } } },
      { answers: { note: '= lot', count: 1 } },
    );
  const places = async (test: TestEngine, instance: { id: string }, count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_none, index) => (await childOf(test, instance, `wait#1/${index}`)).status),
    );

  it('[EA4] [CH4] enough of several children end the wait: the rest is called back, or left to go on', async () => {
    for (const [rest, status] of [
      ['withdrawn', 'cancelled'],
      ['left', 'active'],
    ] as const) {
      // given
      const test = open(several({ until: 'any', rest }));
      const instance = await test.start('amy');
      await test.pass(1);

      // when
      await test.complete(await childOf(test, instance, 'wait#1/1'), 'work', 'cat', 'done', { note: 'x' });
      await test.pass(1);

      // then
      const after = await test.fresh(instance);
      expect([
        after.end?.end,
        (after.data['wait'] as readonly { item: string }[]).map(({ item }) => item),
      ]).to.deep.equal(['end', ['b']]);
      expect(await places(test, instance, 3)).to.deep.equal([status, 'done', status]);
    }
  });

  it('[EA9] children are added and taken back while they run', async () => {
    // given
    const test = open(several({ change: ['check_manager'] }));
    const instance = await test.start('amy');
    await test.pass(1);
    const effects = Object.values((await test.fresh(instance)).effects);
    const change = (id: string, by: string, more: object) =>
      test.send({
        kind: 'change_items',
        id,
        instance: instance.id,
        state: 'wait',
        add: [],
        remove: [],
        by,
        reason: 'found one more',
        ...more,
      });

    // when
    const denied = await refusalOf(change('c1', 'amy', { add: ['d'] }));
    await change('c2', 'eve', { add: ['d'], remove: [effects[0]?.id ?? ''] });
    await test.pass(1);
    for (const index of [1, 2, 3])
      await test.complete(await childOf(test, instance, `wait#1/${index}`), 'work', 'cat', 'done', { note: 'x' });
    await test.pass(1);

    // then
    expect(denied.code).to.equal('permission.denied');
    const after = await test.fresh(instance);
    expect((after.data['wait'] as readonly { item: string }[]).map(({ item }) => item)).to.deep.equal(['b', 'c', 'd']);
    expect(await places(test, instance, 4)).to.deep.equal(['cancelled', 'done', 'done', 'done']);
    expect(after.end?.end).to.equal('end');
  });

  it('[MS1] [MS2] a message moves a case that waits for it, once, and no other', async () => {
    // given
    const states: { readonly [key: string]: StateFile } = {
      first: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'waiting' } } },
      waiting: { on: { arrived: { target: 'end', guard: '= event.data.qty > 0' } } },
      end: { type: 'final' },
    };
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const instance = await test.start('amy');
    const tell = (id: string, data: { qty: number }, type = 'arrived') =>
      test.send({ kind: 'message', id, instance: instance.id, type, by: 'ben', data });

    // when
    const early = await refusalOf(tell('m1', { qty: 1 }));
    await test.complete(instance, 'first', 'amy', 'done');
    const none = await refusalOf(tell('m2', { qty: 0 }));
    const forged = await refusalOf(tell('m3', { qty: 1 }, 'xstate.done.state.x'));
    const taken = await tell('m4', { qty: 2 });
    const repeated = await tell('m4', { qty: 2 });

    // then
    expect([early.code, none.code, forged.code]).to.deep.equal(Array(3).fill('message.not_taken'));
    expect([taken.instance.status, taken.repeated, repeated.repeated]).to.deep.equal(['done', false, true]);
    expect((await test.store.history(instance.id, 2, 5))[0]?.event).to.include({ kind: 'message', by: 'ben' });
  });

  it('[IC2] [CH3] trying again a child that has ended says so again, and waits for nothing', async () => {
    // given: no way of a failure takes its end
    const version = parent({});
    const wait = version.bundle.machine.states['wait'] as StateFile;
    const deaf = {
      ...wait,
      invoke: { ...wait.invoke, onError: { target: 'wrong', guard: '= event.data.code = "other"' } },
    } as StateFile;
    const test = open(
      sampleVersion(
        sampleFile(
          { wait: deaf, wrong: { type: 'final' }, end: { type: 'final' } },
          { meta: { owner: ['check_manager'] } },
        ),
      ),
    );
    const instance = await test.start('amy', { note: 'x' });
    await test.pass(1);
    await test.complete(await childOf(test, instance), 'work', 'cat', 'given_up');
    await test.pass(1);
    const incident = Object.keys((await test.fresh(instance)).incidents)[0] ?? '';

    // when
    await test.send({
      kind: 'resolve',
      id: 'again',
      instance: instance.id,
      incident,
      action: 'retry',
      by: 'eve',
      reason: 'once more',
    });
    await test.pass(1);

    // then
    expect(Object.values((await test.fresh(instance)).incidents).map(({ code }) => code)).to.deep.equal(['not_done']);
  });
});
