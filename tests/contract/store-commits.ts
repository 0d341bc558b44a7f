import { expect } from 'chai';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { refusalOf } from '../support/open-test-engine.ts';
import { nextCommit, sampleInstance, sampleTask, sampleTimer, startCommit, T0 } from '../support/sample-instance.ts';

/** Commits: ST1–ST7, ST13, ST15, and keys and numbers. */
export function describeCommits(name: string, opened: () => Store): void {
  const started = async (changes: Partial<Instance> = {}): Promise<Instance> => {
    const instance = sampleInstance(changes);
    expect(await opened().commit(startCommit(instance))).to.deep.equal({ kind: 'applied' });
    return (await opened().load(instance.id)) as Instance;
  };

  it(`[ST1] loading an unknown id gives undefined on ${name}`, async () => {
    expect(await opened().load('nobody')).to.equal(undefined);
  });

  it(`[ST2] a commit is wholly applied: the instance, its lists and its history on ${name}`, async () => {
    // given
    const case1 = await started({ tasks: { t1: sampleTask() } });

    // when
    const commit = nextCommit(
      case1,
      {
        state: 'check',
        data: { make: { count: 3 } },
        tasks: { t2: sampleTask({ id: 't2', state: 'check' }) },
        viewers: [...case1.viewers, 'r:checker'],
      },
      'c2',
    );
    await opened().commit(commit);

    // then
    expect(await opened().load(case1.id)).to.deep.equal(commit.after);
    expect((await opened().history(case1.id, 0, 10)).map((entry) => entry.command)).to.deep.equal([
      'start-case-1',
      'c2',
    ]);
    const tasks = await opened().listTasks({
      words: ['a:r:maker'],
      person: 'amy',
      viewer: ['r:checker'],
      order: 'due',
      limit: 10,
    });
    expect(tasks.items.map((row) => row.task.id)).to.deep.equal(['t2']);
  });

  it(`[ST3] a stale commit changes nothing and says so on ${name}`, async () => {
    // given
    const case1 = await started();
    await opened().commit(nextCommit(case1, { state: 'check' }, 'c2'));
    const before = await opened().load(case1.id);

    // when
    const result = await opened().commit(
      nextCommit(case1, { state: 'stale', tasks: { t9: sampleTask({ id: 't9' }) } }, 'c3'),
    );

    // then
    expect(result).to.deep.equal({ kind: 'conflict', turn: 2 });
    expect(await opened().load(case1.id)).to.deep.equal(before);
    expect(await opened().history(case1.id, 0, 10)).to.have.length(2);
    expect(await opened().countTasks({ words: ['a:r:maker'], person: 'amy', viewer: null }, 10)).to.equal(0);
  });

  it(`[ST3] of many commits on one turn exactly one wins on ${name}`, async () => {
    // given
    const case1 = await started();

    // when
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        opened().commit(nextCommit(case1, { state: `s${index}` }, `race-${index}`)),
      ),
    );

    // then
    expect(results.filter((result) => result.kind === 'applied')).to.have.length(1);
    expect((await opened().load(case1.id))?.turn).to.equal(2);
    expect(await opened().history(case1.id, 0, 50)).to.have.length(2);
  });

  it(`[ST4] a repeated command changes nothing and answers the first outcome on ${name}`, async () => {
    // given
    const case1 = await started();
    await opened().commit(nextCommit(case1, { state: 'check' }, 'c2'));
    const now = (await opened().load(case1.id)) as Instance;

    // when
    const result = await opened().commit(nextCommit(now, { state: 'again' }, 'c2'));

    // then
    expect(result).to.deep.equal({ kind: 'repeated', instance: case1.id, rev: 2, digest: 'digest-c2' });
    expect(await opened().load(case1.id)).to.deep.equal(now);
  });

  it(`[ST4] a command is found long after the instance forgot it on ${name}`, async () => {
    // given
    let now = await started();
    for (let index = 0; index < 70; index += 1) {
      await opened().commit(nextCommit(now, { state: `s${index}` }, `many-${index}`));
      now = (await opened().load(now.id)) as Instance;
    }

    // when
    const found = await opened().findCommand('many-0');

    // then
    expect(now.commands).to.have.length(64);
    expect(found).to.deep.equal({ instance: now.id, rev: 2, digest: null });
    expect(await opened().findCommand('never')).to.equal(undefined);
    expect((await opened().commit(nextCommit(now, {}, 'many-0'))).kind).to.equal('repeated');
  });

  it(`[ST5] [ST6] revisions rise by one and history has one entry for each on ${name}`, async () => {
    // given
    let now = await started();

    // when
    for (const index of [1, 2, 3]) {
      await opened().commit(nextCommit(now, { state: `s${index}` }, `c${index}`));
      now = (await opened().load(now.id)) as Instance;
    }

    // then
    expect(now.rev).to.equal(4);
    expect((await opened().history(now.id, 0, 10)).map((entry) => entry.rev)).to.deep.equal([1, 2, 3, 4]);
    expect((await opened().history(now.id, 1, 2)).map((entry) => entry.rev)).to.deep.equal([2, 3]);
  });

  it(`[ST7] JSON comes back equal on ${name}`, async () => {
    // given
    const odd: JsonObject = {
      'a.b': 1,
      $set: { $gt: '' },
      '': 0,
      'ünïcode 漢字': [null, [[]], {}, { x: null }],
      nul: 'a\u0000b',
      emoji: '🏭',
      big: 2 ** 53 - 1,
      tiny: 1e-300,
      date: '2026-11-23',
      empty: {},
    };

    // when
    const case1 = await started({ data: { odd } });
    await opened().commit(nextCommit(case1, { data: { ...case1.data, more: odd } }, 'c2'));

    // then
    expect((await opened().load(case1.id))?.data).to.deep.equal({ odd, more: odd });
  });

  it(`[ST7] a field that is gone in a commit is gone in the store on ${name}`, async () => {
    // given
    const case1 = await started({
      data: { a: 1, b: 2 },
      tasks: { t1: sampleTask() },
      timers: { m1: sampleTimer() },
      key: 'k',
      keyHeld: 'sample/k',
    });

    // when
    const { keyHeld: _held, ...rest } = case1;
    const commit = nextCommit(rest as Instance, { data: { b: 2 }, tasks: {}, timers: {} }, 'c2');
    await opened().commit({ ...commit, changed: [...commit.changed, 'keyHeld'] });

    // then
    const after = (await opened().load(case1.id)) as Instance;
    expect(after.data).to.deep.equal({ b: 2 });
    expect(after.tasks).to.deep.equal({});
    expect(after.timers).to.deep.equal({});
    expect(after).to.not.have.property('keyHeld');
    expect(await opened().holderOf('sample/k')).to.equal(undefined);
  });

  it(`[ST16] a business key is held by one instance on ${name}`, async () => {
    // given
    await started({ id: 'first', key: 'k', keyHeld: 'sample/k' });

    // when
    const result = await opened().commit(startCommit(sampleInstance({ id: 'second', key: 'k', keyHeld: 'sample/k' })));

    // then
    expect(result).to.deep.equal({ kind: 'key-taken', holder: 'first' });
    expect(await opened().load('second')).to.equal(undefined);
    expect(await opened().history('second', 0, 1)).to.deep.equal([]);
    expect(await opened().holderOf('sample/k')).to.equal('first');
  });

  it(`[ST17] a number is held by one instance on ${name}`, async () => {
    // given
    await started({ id: 'first', series: 'S-', seq: 1 });

    // when
    const results = await Promise.all(
      ['second', 'third'].map((id) => opened().commit(startCommit(sampleInstance({ id, series: 'S-', seq: 2 })))),
    );

    // then
    expect(results.map((result) => result.kind).sort()).to.deep.equal(['applied', 'number-taken']);
    expect(await opened().lastSeq('S-')).to.equal(2);
    expect(await opened().lastSeq('T-')).to.equal(0);
  });

  it(`[ST17] a number that would leave a gap is refused where the store says so on ${name}`, async () => {
    // given
    const store = opened();
    await started({ id: 'first', series: 'S-', seq: 1 });

    // when
    const result = await store.commit(startCommit(sampleInstance({ id: 'later', series: 'S-', seq: 9 })));

    // then
    expect(result.kind).to.equal(store.refusesGaps ? 'number-taken' : 'applied');
  });

  it(`[ST13] nothing given in or handed out is shared with the store on ${name}`, async () => {
    // given
    const data = { list: [1, 2] };
    const case1 = await started({ data });
    const loaded = (await opened().load(case1.id)) as Instance;

    // when
    data.list.push(3);
    (loaded.data['list'] as number[]).push(4);

    // then
    expect((await opened().load(case1.id))?.data).to.deep.equal({ list: [1, 2] });
  });

  it(`[ST14] the store reads no clock: a case of another century is kept as it is on ${name}`, async () => {
    // when
    const case1 = await started({
      startedAt: T0 - 3e12,
      updatedAt: T0 + 3e12,
      timers: { m1: sampleTimer({ dueAt: T0 + 3e12 }) },
    });

    // then
    expect(case1.startedAt).to.equal(T0 - 3e12);
    expect(await opened().nextDueAt()).to.equal(T0 + 3e12);
  });

  it(`[ST15] closing twice is harmless, and a call after it says store.closed on ${name}`, async () => {
    // given
    const store = opened();
    await store.close();

    // when
    await store.close();

    // then
    expect((await refusalOf(store.load('x'))).code).to.equal('store.closed');
    expect((await refusalOf(store.commit(startCommit(sampleInstance())))).code).to.equal('store.closed');
  });
}
