import { expect } from 'chai';
import type { Instance } from '../../engine/model/instance.ts';
import type { Store } from '../../engine/ports/store.ts';
import { describeMongo, openTestStore, withDatabase } from '../support/mongo/mongo-for-tests.ts';
import { DUPLICATE, NOT_PRIMARY, openProxiedStore, writeTo } from '../support/mongo/open-proxied-store.ts';
import { nextCommit, sampleInstance, sampleTask, startCommit } from '../support/sample-instance.ts';

/** `tasks` and `history` are found again from instances, whatever happens to their writes. */
describeMongo('lists on MongoDB', () => {
  const started = async (store: Store, changes: Partial<Instance> = {}): Promise<Instance> => {
    const instance = sampleInstance({ tasks: { t1: sampleTask() }, ...changes });
    await store.commit(startCommit(instance));
    return (await store.load(instance.id)) as Instance;
  };
  const tasksIn = async (store: Store): Promise<readonly string[]> => {
    const page = await store.listTasks({
      words: ['a:r:maker', 'a:r:checker'],
      person: 'amy',
      viewer: null,
      order: 'due',
      limit: 50,
    });
    return page.items.map(({ task }) => task.id).sort();
  };
  const unconfirmed = (): Promise<number> =>
    withDatabase((db) => db.collection('instances').countDocuments({ waiting: { $gt: '' } }));

  for (const fault of [NOT_PRIMARY, 'cut-before', 'cut-after'] as const) {
    for (const collection of ['tasks', 'history']) {
      it(`[MG8] a commit stands when the write to ${collection} meets ${typeof fault === 'string' ? fault : 'NotWritablePrimary'}, and a sweep mends it`, async () => {
        // given
        const { store, proxy } = await openProxiedStore();
        const case1 = await started(store);
        await store.repair();
        proxy.plan(writeTo(collection), fault);

        // when
        const result = await store.commit(
          nextCommit(case1, { tasks: { t2: sampleTask({ id: 't2', candidates: ['r:checker'] }) } }, 'c2'),
        );

        // then
        expect(result).to.deep.equal({ kind: 'applied' });
        expect((await store.history(case1.id, 0, 9)).map((entry) => entry.rev)).to.deep.equal([1, 2]);
        expect(await store.repair()).to.equal(1);
        expect(await tasksIn(store)).to.deep.equal(['t2']);
        expect(await store.findCommand('c2')).to.deep.equal({ instance: case1.id, rev: 2, digest: 'digest-c2' });
        expect(await unconfirmed()).to.equal(0);
        expect(await store.repair()).to.equal(0);
      });
    }
  }

  it('[MG8] a command whose rows are not confirmed is found, and its lists are right at once', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    const case1 = await started(store);
    proxy.plan(writeTo('tasks'), NOT_PRIMARY);
    proxy.plan(writeTo('history'), NOT_PRIMARY);
    await store.commit(nextCommit(case1, { tasks: {} }, 'c2'));

    // when
    const found = await (await openTestStore()).findCommand('c2');

    // then
    expect(found).to.deep.equal({ instance: case1.id, rev: 2, digest: 'digest-c2' });
    expect(await tasksIn(store)).to.deep.equal([]);
  });

  it('[MG8] what a server left unconfirmed when it died, the next one confirms as it opens', async () => {
    // given
    const { store, proxy } = await openProxiedStore();
    proxy.plan(writeTo('tasks'), 'cut-before');
    proxy.plan(writeTo('history'), 'cut-before');
    await started(store);
    proxy.setSilent(true);

    // when
    const next = await openTestStore();

    // then
    expect(await tasksIn(next)).to.deep.equal(['t1']);
    expect(await unconfirmed()).to.equal(0);
    proxy.cut();
    proxy.setSilent(false);
  });

  it('[MG6] a row that arrives late cannot bring a closed task back', async () => {
    // given
    const { store: slow, proxy } = await openProxiedStore({ patience: { selectMs: 3_000, socketMs: 20_000 } });
    const other = await openTestStore();
    const case1 = await started(other, { tasks: {} });
    const held = proxy.plan(writeTo('tasks'), 'hold-request');
    const opening = slow.commit(nextCommit(case1, { tasks: { t2: sampleTask({ id: 't2' }) } }, 'opens'));
    await held.met;

    // when
    const case2 = (await other.load(case1.id)) as Instance;
    await other.commit(nextCommit(case2, { tasks: {} }, 'closes'));
    held.release();

    // then
    expect(await opening).to.deep.equal({ kind: 'applied' });
    expect(await tasksIn(other)).to.deep.equal([]);
    expect(await other.countTasks({ words: ['a:r:maker'], person: 'amy', viewer: null }, 9)).to.equal(0);
  });

  it('[MG6] it cannot either when the closing was never written and only a sweep knows of it', async () => {
    // given
    const { store: slow, proxy } = await openProxiedStore({ patience: { selectMs: 3_000, socketMs: 20_000 } });
    const { store: failing, proxy: otherProxy } = await openProxiedStore();
    const case1 = await started(failing, { tasks: {} });
    const held = proxy.plan(writeTo('tasks'), 'hold-request');
    const opening = slow.commit(nextCommit(case1, { tasks: { t2: sampleTask({ id: 't2' }) } }, 'opens'));
    await held.met;
    otherProxy.plan(writeTo('tasks'), NOT_PRIMARY);
    await failing.commit(nextCommit((await failing.load(case1.id)) as Instance, { tasks: {} }, 'closes'));

    // when
    await failing.repair();
    held.release();
    await opening;

    // then
    expect(await tasksIn(failing)).to.deep.equal([]);
  });

  it('[MG6] an older state of a task never covers a newer one', async () => {
    // given
    const { store: slow, proxy } = await openProxiedStore({ patience: { selectMs: 3_000, socketMs: 20_000 } });
    const other = await openTestStore();
    const case1 = await started(other);
    const held = proxy.plan(writeTo('tasks'), 'hold-request');
    const first = slow.commit(nextCommit(case1, { tasks: { t1: sampleTask({ assignee: 'amy' }) } }, 'claim'));
    await held.met;

    // when
    await other.commit(
      nextCommit(
        (await other.load(case1.id)) as Instance,
        { tasks: { t1: sampleTask({ assignee: null, candidates: ['r:checker'] }) } },
        'release',
      ),
    );
    held.release();
    await first;

    // then
    const row = await other.listTasks({
      words: ['m:amy', 'a:r:checker'],
      person: 'amy',
      viewer: null,
      order: 'due',
      limit: 9,
    });
    expect(row.items.map(({ task }) => task.candidates)).to.deep.equal([['r:checker']]);
  });

  it('[MG6] a newer state is written too when another made the row this very moment', async () => {
    // given: the server says that the row is there already, as it does to one of two who make it at once
    const { store, proxy } = await openProxiedStore();
    const case1 = await started(store);
    const { met } = proxy.plan(writeTo('tasks'), {
      answer: { ok: 1, n: 0, nModified: 0, writeErrors: [{ index: 0, ...DUPLICATE }] },
    });

    // when
    await store.commit(nextCommit(case1, { tasks: { t1: sampleTask({ candidates: ['r:checker'] }) } }, 'c2'));

    // then
    await met;
    const page = await store.listTasks({ words: ['a:r:checker'], person: 'amy', viewer: null, order: 'due', limit: 9 });
    expect(page.items).to.have.length(1);
  });

  it('[MG8] who may see a case is known in the rows of its tasks, also of those that a commit did not touch', async () => {
    // given
    const store = await openTestStore();
    const case1 = await started(store, { tasks: { t1: sampleTask(), t2: sampleTask({ id: 't2' }) } });

    // when
    await store.commit(
      nextCommit(case1, { viewers: [...case1.viewers, 'r:auditor'], subject: { en: 'New words' } }, 'c2'),
    );

    // then
    const page = await store.listTasks({
      words: ['a:r:maker'],
      person: 'amy',
      viewer: ['r:auditor'],
      order: 'due',
      limit: 9,
    });
    expect(page.items.map((row) => row.instance.subject.en)).to.deep.equal(['New words', 'New words']);
  });
});
