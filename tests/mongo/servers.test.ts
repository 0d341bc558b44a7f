import { expect } from 'chai';
import type { Command } from '../../engine/model/command.ts';
import { isEngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Applied } from '../../engine/runtime/engine.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import { describeMongo, openTestStore, withDatabase } from '../support/mongo/mongo-for-tests.ts';
import { storyVersion } from '../support/mongo/plant-story.ts';
import { openTestEngine, sha256, type TestEngine } from '../support/open-test-engine.ts';
import { nextCommit, sampleEffect, sampleInstance, sampleTask, startCommit, T0 } from '../support/sample-instance.ts';

const refs = { names: {}, records: {} };

/** Two servers on one database: no memory is shared, the turn and the unique indexes decide. */
describeMongo('two servers on one MongoDB', () => {
  let stores: readonly [Store, Store];
  let servers: readonly [TestEngine, TestEngine];
  beforeEach(async () => {
    stores = [await openTestStore(), await openTestStore()];
    servers = [
      openTestEngine(storyVersion(), { store: stores[0] }),
      openTestEngine(storyVersion(), { store: stores[1] }),
    ];
  });

  const start = (id: string): Command => ({
    kind: 'start',
    id,
    workflow: 'sample',
    by: 'amy',
    answers: { note: id },
    refs,
  });
  const complete = (id: string, instance: Instance): Command => ({
    kind: 'complete',
    id,
    instance: instance.id,
    task: 't1',
    outcome: 'made',
    by: 'amy',
    answers: { count: 3 },
    refs,
  });
  /** Sends each command to one server or the other, all at once. */
  const sendAll = (commands: readonly Command[]): Promise<readonly (Applied | string)[]> =>
    Promise.all(commands.map((command, index) => servers[index % 2 === 0 ? 0 : 1].send(command).catch(codeOf)));

  it('[MG12] of twenty completions at once exactly one wins, and the others hear that the task is closed', async () => {
    // given
    const { instance } = await servers[0].send(start('s'));

    // when
    const answers = await sendAll(Array.from({ length: 20 }, (_, index) => complete(`complete-${index}`, instance)));

    // then
    expect(answers.filter((answer) => typeof answer !== 'string')).to.have.length(1);
    expect(answers.filter((answer) => answer === 'task.closed')).to.have.length(19);
    const history = await stores[1].history(instance.id, 0, 50);
    expect(history.map((entry) => entry.event.kind)).to.deep.equal(['start', 'task']);
    expect(verifyChain(history, sha256, await stores[0].load(instance.id))).to.include({ intact: true });
  });

  it('[MG12] one command that twenty clients send at once is applied once, and answers the same whenever it is sent again', async () => {
    // given
    const { instance } = await servers[0].send(start('s'));

    // when
    const atOnce = await sendAll(Array.from({ length: 20 }, () => complete('the-same', instance)));
    const later = await sendAll(Array.from({ length: 4 }, () => complete('the-same', instance)));

    // then
    expect(atOnce.filter((answer) => typeof answer !== 'string' && !answer.repeated)).to.have.length(1);
    expect(later.map((answer) => (typeof answer === 'string' ? answer : answer.rev))).to.deep.equal([2, 2, 2, 2]);
    expect(await stores[0].history(instance.id, 0, 50)).to.have.length(2);
  });

  it('[MG12] one start that twenty clients send at once makes one case', async () => {
    const answers = await sendAll(Array.from({ length: 20 }, () => start('the-same')));
    expect(
      new Set(answers.map((answer) => (typeof answer === 'string' ? answer : answer.instance.number))),
    ).to.deep.equal(new Set(['SMP-001']));
    expect(await stores[0].countInstances({ viewer: null }, 50)).to.equal(1);
  });

  it('[MG12] forty starts at once have the numbers one to forty', async () => {
    // when
    const answers = await sendAll(Array.from({ length: 40 }, (_, index) => start(`start-${index}`)));

    // then
    const numbers = answers.map((answer) => (typeof answer === 'string' ? answer : answer.instance.seq));
    expect([...numbers].sort((a, b) => Number(a) - Number(b))).to.deep.equal(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('[MG12] a command that another server applied meanwhile is not applied to what it left', async () => {
    // given: this server has looked for the command before the other applied it
    const instance = sampleInstance();
    await stores[0].commit(startCommit(instance));
    expect(await stores[0].findCommand('c2')).to.equal(undefined);
    await stores[1].commit(nextCommit((await stores[1].load(instance.id)) as Instance, { state: 'first' }, 'c2'));

    // when
    const result = await stores[0].commit(
      nextCommit((await stores[0].load(instance.id)) as Instance, { state: 'second' }, 'c2'),
    );

    // then
    expect(result).to.deep.equal({ kind: 'repeated', instance: instance.id, rev: 2, digest: 'digest-c2' });
    expect((await stores[0].load(instance.id))?.state).to.equal('first');
  });

  it('[MG12] it is not, however much happened to the case in between', async () => {
    // given
    const [mine, others] = stores;
    await mine.commit(startCommit(sampleInstance()));
    expect(await mine.findCommand('c2')).to.equal(undefined);
    for (const id of ['c2', ...Array.from({ length: 70 }, (_, index) => `more-${index}`)])
      await others.commit(nextCommit((await others.load('case-1')) as Instance, {}, id));

    // when
    const result = await mine.commit(nextCommit((await mine.load('case-1')) as Instance, { state: 'second' }, 'c2'));

    // then
    expect(result).to.deep.equal({ kind: 'repeated', instance: 'case-1', rev: 2, digest: null });
  });

  it('[MG12] rows of a case that both servers change without pause are those of the case', async () => {
    // given
    const instance = sampleInstance({ tasks: { t1: sampleTask() } });
    await stores[0].commit(startCommit(instance));

    // when
    const change = async (store: Store, name: string): Promise<void> => {
      for (let index = 0; index < 25; index += 1) {
        const before = (await store.load(instance.id)) as Instance;
        const id = `t${before.rev + 1}`;
        await store.commit(nextCommit(before, { tasks: { [id]: sampleTask({ id }) } }, `${name}-${index}`));
      }
    };
    await Promise.all([change(stores[0], 'a'), change(stores[0], 'b'), change(stores[1], 'c'), change(stores[1], 'd')]);

    // then
    const after = (await stores[0].load(instance.id)) as Instance;
    const rows = await stores[1].listTasks({
      words: ['a:r:maker'],
      person: 'amy',
      viewer: null,
      order: 'due',
      limit: 50,
    });
    expect(after.rev).to.be.greaterThan(25);
    expect(rows.items.map(({ task }) => task)).to.deep.equal(Object.values(after.tasks));
    expect((await stores[1].history(instance.id, 0, 200)).map((entry) => entry.rev)).to.deep.equal(
      Array.from({ length: after.rev }, (_, index) => index + 1),
    );
  });

  it('[MG12] claims of two servers share due work without a double, and settle beside commits', async () => {
    // given
    for (let index = 0; index < 30; index += 1)
      await stores[0].commit(startCommit(sampleInstance({ id: `case-${index}`, effects: { e1: sampleEffect() } })));

    // when
    const claims = await Promise.all(
      [0, 1, 2, 3].map((index) =>
        stores[index % 2 === 0 ? 0 : 1].claimDue({ now: T0, leaseMs: 30_000, limit: 20, token: `token-${index}` }),
      ),
    );
    const held = claims.flat();
    const settled = await Promise.all(
      held.map((work) =>
        stores[1].settle({
          instance: work.instance,
          work: work.id,
          lease: work.lease,
          now: T0,
          outcome: { kind: 'done' },
        }),
      ),
    );

    // then
    expect(new Set(held.map((work) => work.instance)).size).to.equal(held.length);
    expect(settled).to.deep.equal(Array(held.length).fill(true));
    const rest = await stores[0].claimDue({ now: T0, leaseMs: 30_000, limit: 100, token: 'rest' });
    expect(rest.length + held.length).to.equal(30);
  });

  it('[MG8] nothing is left to confirm when both have been swept', async () => {
    await sendAll(Array.from({ length: 10 }, (_, index) => start(`start-${index}`)));
    for (const store of stores) await (store as Store & { repair(): Promise<number> }).repair();
    const left = await withDatabase((db) =>
      db.collection('instances').findOne({ $or: [{ waiting: { $gt: '' } }, { pending: { $ne: {} } }] }),
    );
    expect(left).to.equal(null);
  });
});

function codeOf(error: unknown): string {
  if (!isEngineError(error)) throw error;
  return error.code;
}
