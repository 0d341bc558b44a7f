import { expect } from 'chai';
import type { Store } from '../../engine/ports/store.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { isCommit, NOT_PRIMARY, openProxiedStore } from '../support/mongo/open-proxied-store.ts';
import { expectStoryTold, openStory, storyVersion } from '../support/mongo/plant-story.ts';
import type { Fault } from '../support/mongo/proxy.ts';
import type { WireCommand } from '../support/mongo/wire-message.ts';
import { openTestEngine, refusalOf } from '../support/open-test-engine.ts';
import { sampleEffect, sampleInstance, startCommit, T0 } from '../support/sample-instance.ts';

const FAULTS: { readonly [name: string]: Fault } = {
  'cut-before': 'cut-before',
  'cut-after': 'cut-after',
  swallow: 'swallow',
  NotWritablePrimary: NOT_PRIMARY,
};
const refs = { names: {}, records: {} };

/** A way to the database that fails, between a real engine and a real server. */
describeMongo('an engine on MongoDB behind a bad line', () => {
  const openTasks = (store: Store): Promise<number> =>
    store.countTasks({ words: ['a:r:maker', 'a:r:checker', 'm:amy'], person: 'amy', viewer: null }, 50);

  for (const [name, fault] of Object.entries(FAULTS)) {
    it(`[MG9] a start that meets ${name} is applied once and answered`, async () => {
      // given
      const { store, proxy } = await openProxiedStore();
      const test = openTestEngine(storyVersion(), { store });
      const { met } = proxy.plan(isCommit, fault);

      // when
      const case1 = await test.start('amy', { note: 'bolts' });

      // then
      await met;
      expect(case1.number).to.equal('SMP-001');
      expect(await store.countInstances({ viewer: null }, 9)).to.equal(1);
      expect(await store.history(case1.id, 0, 9)).to.have.length(1);
      expect(await openTasks(store)).to.equal(1);
    });

    it(`[MG9] a completion that meets ${name} is applied once and answered`, async () => {
      // given
      const { store, proxy } = await openProxiedStore();
      const test = openTestEngine(storyVersion(), { store });
      const case1 = await test.start('amy', { note: 'bolts' });
      const { met } = proxy.plan(isCommit, fault);

      // when
      const case2 = await test.complete(case1, 'make', 'amy', 'made', { count: 3 });

      // then
      await met;
      expect(case2.rev).to.equal(2);
      expect((await store.load(case1.id))?.rev).to.equal(2);
      expect((await store.history(case1.id, 0, 9)).map((entry) => entry.event.kind)).to.deep.equal(['start', 'task']);
      expect(await openTasks(store)).to.equal(0);
    });
  }

  it('[MG9] a line that breaks at any one command of a whole case changes nothing about how it ends', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const story = openStory(store);
    await story.run('untroubled');
    proxy.takeLog();
    await story.run('measured');
    const commands = proxy.takeLog().length;

    // when
    const ended = [];
    for (const [name, fault] of Object.entries({
      'cut-before': 'cut-before',
      'cut-after': 'cut-after',
      'not-primary': NOT_PRIMARY,
    } as const)) {
      for (let index = 0; index < commands; index += 1) {
        proxy.plan(fitsAfter(index), fault);
        ended.push(await story.run(`${name}-${index}`));
      }
    }

    // then
    await store.repair();
    for (const one of ended) await expectStoryTold(store, one);
    expect(ended.map((one) => one.seq)).to.deep.equal(ended.map((_, index) => index + 3));
    expect(await openTasks(store)).to.equal(0);
    expect(new Set(story.keys).size).to.equal(ended.length + 2);
    process.stdout.write(`      ${ended.length} cases, each with a fault at another of its ${commands} commands\n`);
  }).timeout(120_000);

  it('[MG10] a completion that reaches the server after its retry was applied changes nothing', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const test = openTestEngine(storyVersion(), { store });
    const case1 = await test.start('amy', { note: 'bolts' });
    const held = proxy.plan(isCommit, 'hold-request');

    // when
    const case2 = await test.complete(case1, 'make', 'amy', 'made', { count: 3 });
    const before = await store.load(case1.id);
    held.release();
    await held.answered;

    // then
    expect(case2.rev).to.equal(2);
    expect(await store.load(case1.id)).to.deep.equal(before);
    expect(await store.history(case1.id, 0, 9)).to.have.length(2);
  });

  it('[MG10] a start that reaches the server after its retry was applied changes nothing', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const test = openTestEngine(storyVersion(), { store });
    const held = proxy.plan(isCommit, 'hold-request');

    // when
    await test.start('amy', { note: 'bolts' });
    held.release();
    await held.answered;
    const second = await test.start('amy', { note: 'nuts' });

    // then
    expect(second.number).to.equal('SMP-002');
    expect(await store.countInstances({ viewer: null }, 9)).to.equal(2);
  });

  it('[MG10] an answer that comes late, but in time, is taken, and nothing is asked twice', async () => {
    // given
    const { store, proxy } = await openProxiedStore({ patience: { selectMs: 3_000, socketMs: 20_000 } });
    const test = openTestEngine(storyVersion(), { store });
    const case1 = await test.start('amy', { note: 'bolts' });
    await store.repair();
    proxy.takeLog();
    const held = proxy.plan(isCommit, 'hold-answer');

    // when
    const completing = test.complete(case1, 'make', 'amy', 'made', { count: 3 });
    await held.met;
    const meanwhile = await store.load(case1.id);
    held.release();

    // then
    expect((await completing).rev).to.equal(2);
    expect(meanwhile?.rev).to.equal(2);
    expect(proxy.takeLog().filter(isCommit)).to.have.length(1);
  });

  it('[MG5] a database that says nothing is given up, said to be unavailable, and taken up again', async () => {
    // given
    const { store, proxy } = await openProxiedStore({ patience: { selectMs: 1_000, socketMs: 500 } });
    const test = openTestEngine(storyVersion(), { store });
    const case1 = await test.start('amy', { note: 'bolts' });
    proxy.setSilent(true);

    // when
    const refused = await refusalOf(test.complete(case1, 'make', 'amy', 'made'));
    proxy.setSilent(false);
    const again = await test.send({
      kind: 'complete',
      id: 'again',
      instance: case1.id,
      task: 't1',
      outcome: 'made',
      by: 'amy',
      answers: {},
      refs,
    });

    // then
    expect(refused.code).to.equal('store.unavailable');
    expect(refused.message).to.match(/^The database did not answer as it should: .+\. Try again\.$/);
    expect(again.rev).to.equal(2);
  });

  it('[MG5] every method says store.unavailable and nothing else while the line is broken', async () => {
    // given
    const { store, proxy } = await openProxiedStore({ patience: { selectMs: 1_000, socketMs: 500 } });
    await proxy.close();

    // when
    const filter = { words: ['a:r:maker'], person: 'amy', viewer: null };
    const calls: readonly Promise<unknown>[] = [
      store.load('x'),
      store.findCommand('x'),
      store.lastSeq('x'),
      store.holderOf('x'),
      store.claimDue({ now: 0, leaseMs: 1, limit: 1, token: 'x' }),
      store.settle({ instance: 'x', work: 'x', lease: 'x', now: 0, outcome: { kind: 'done' } }),
      store.nextDueAt(),
      store.listTasks({ ...filter, order: 'due', limit: 1 }),
      store.countTasks(filter, 1),
      store.listInstances({ viewer: null, limit: 1 }),
      store.countInstances({ viewer: null }, 1),
      store.history('x', 0, 1),
      store.getRecord('x', 'x'),
      store.putRecord({ register: 'x', id: 'x', value: 1 }),
      store.removeRecord('x', 'x'),
      store.listRecords({ register: 'x', limit: 1 }),
      store.repair(),
    ];

    // then
    const refusals = await Promise.all(calls.map(refusalOf));
    expect(new Set(refusals.map((refusal) => refusal.code))).to.deep.equal(new Set(['store.unavailable']));
  });

  it('[MG5] a claim gives what it got, and fails only if it got nothing', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    for (const id of ['a', 'b'])
      await store.commit(startCommit(sampleInstance({ id, effects: { e1: sampleEffect() } })));
    const claim = { now: T0, leaseMs: 30_000, limit: 9 };

    // when
    proxy.plan(isCommit, NOT_PRIMARY);
    const got = await store.claimDue({ ...claim, token: 'first' });
    proxy.plan(isCommit, NOT_PRIMARY);
    const refused = await refusalOf(store.claimDue({ ...claim, token: 'second' }));

    // then
    expect(got).to.have.length(1);
    expect(refused.code).to.equal('store.unavailable');
    expect(await store.claimDue({ ...claim, token: 'third' })).to.have.length(1);
  });

  it('[MG5] a call under way when the store closes says store.closed', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const held = proxy.plan((command) => command.name === 'find', 'swallow');
    const loading = refusalOf(store.load('x'));
    await held.met;

    // when
    await store.close();

    // then
    expect((await loading).code).to.equal('store.closed');
  });

  it('[MG9] two stores agree on a case after one of them lost its line in the middle', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const other = await openTestStore();
    const test = openTestEngine(storyVersion(), { store });
    const case1 = await test.start('amy', { note: 'bolts' });

    // when
    proxy.plan(isCommit, 'swallow');
    await test.claim(case1, 'make', 'amy');

    // then
    expect(await other.load(case1.id)).to.deep.equal(await store.load(case1.id));
    expect(await other.history(case1.id, 0, 9)).to.deep.equal(await store.history(case1.id, 0, 9));
  });
});

/** True for the first command about a case after so many others. */
function fitsAfter(others: number): (command: WireCommand) => boolean {
  let seen = 0;
  return ({ collection }) => {
    if (['instances', 'history', 'tasks'].includes(collection)) seen += 1;
    return seen > others;
  };
}
