import { expect } from 'chai';
import type { Instance } from '../../engine/model/instance.ts';
import type { Store, TaskQuery } from '../../engine/ports/store.ts';
import { nextCommit, sampleInstance, sampleTask, startCommit, T0 } from '../support/sample-instance.ts';

const STOPPED = { id: 'i1', code: 'effect.failed', message: 'It failed.', at: T0, task: null, effect: null };
const HOUR = 3_600_000;

/** Lists of tasks and cases: ST12. */
export function describeLists(name: string, opened: () => Store): void {
  const started = async (changes: Partial<Instance>): Promise<Instance> => {
    const instance = sampleInstance(changes);
    await opened().commit(startCommit(instance));
    return (await opened().load(instance.id)) as Instance;
  };
  const query = (changes: Partial<TaskQuery>): TaskQuery => ({
    words: ['a:r:maker'],
    person: 'amy',
    viewer: null,
    order: 'due',
    limit: 10,
    ...changes,
  });
  const idsOf = async (changes: Partial<TaskQuery>): Promise<readonly string[]> =>
    (await opened().listTasks(query(changes))).items.map((row) => row.instance.id);

  it(`[ST12] tasks are found by what they are offered to, who holds them and their department on ${name}`, async () => {
    // given
    await started({ id: 'free', tasks: { t1: sampleTask() } });
    await started({ id: 'held', tasks: { t1: sampleTask({ assignee: 'amy' }) } });
    await started({ id: 'other', tasks: { t1: sampleTask({ candidates: ['p:cat'], departments: ['CH'] }) } });

    // then
    expect(await idsOf({ words: ['a:r:maker'] })).to.deep.equal(['free']);
    expect(await idsOf({ words: ['m:amy'] })).to.deep.equal(['held']);
    expect((await idsOf({ words: ['d:MA', 'a:p:cat'] })).toSorted()).to.deep.equal(['free', 'held', 'other']);
  });

  it(`[ST12] a task that is closed, taken or offered anew moves at once on ${name}`, async () => {
    // given
    const case1 = await started({ tasks: { t1: sampleTask() } });

    // when
    await opened().commit(nextCommit(case1, { tasks: { t1: sampleTask({ assignee: 'ben' }) } }, 'c2'));

    // then
    expect(await idsOf({})).to.deep.equal([]);
    expect(await idsOf({ words: ['m:ben'] })).to.deep.equal(['case-1']);
    await opened().commit(nextCommit((await opened().load('case-1')) as Instance, { tasks: {} }, 'c3'));
    expect(await idsOf({ words: ['m:ben'] })).to.deep.equal([]);
  });

  it(`[ST12] an offered task is kept from whom it excludes, and still shown in their department on ${name}`, async () => {
    await started({ tasks: { t1: sampleTask({ excluded: ['amy'] }) } });
    expect(await idsOf({ person: 'amy' })).to.deep.equal([]);
    expect(await idsOf({ person: 'ben' })).to.deep.equal(['case-1']);
    expect(await idsOf({ person: 'amy', words: ['a:r:maker', 'd:MA'] })).to.deep.equal(['case-1']);
  });

  it(`[ST12] only tasks of cases that the viewer may see are listed and counted on ${name}`, async () => {
    // given
    await started({ id: 'seen', tasks: { t1: sampleTask() }, viewers: ['r:maker'] });
    await started({ id: 'hidden', tasks: { t1: sampleTask() }, viewers: ['r:checker'] });

    // then
    expect(await idsOf({ viewer: ['p:amy', 'r:maker'] })).to.deep.equal(['seen']);
    expect(await opened().countTasks(query({ viewer: ['p:amy', 'r:maker'] }), 10)).to.equal(1);
    expect(await idsOf({ viewer: [] })).to.deep.equal([]);
    expect(await opened().countTasks(query({ viewer: null }), 10)).to.equal(2);
  });

  it(`[ST12] overdue is what was due before the given moment on ${name}`, async () => {
    await started({ id: 'early', tasks: { t1: sampleTask({ dueAt: T0 }) } });
    await started({ id: 'late', tasks: { t1: sampleTask({ dueAt: T0 + HOUR }) } });
    await started({ id: 'never', tasks: { t1: sampleTask({ dueAt: null, due: null }) } });
    expect(await idsOf({ dueBefore: T0 + 1 })).to.deep.equal(['early']);
    expect(await opened().countTasks(query({ dueBefore: T0 + 2 * HOUR }), 10)).to.equal(2);
    expect(await idsOf({})).to.deep.equal(['early', 'late', 'never']);
  });

  it(`[ST12] pages follow each other without gap or repeat while tasks are added on ${name}`, async () => {
    // given
    for (let index = 0; index < 7; index += 1)
      await started({
        id: `case-${index}`,
        tasks: { t1: sampleTask({ dueAt: T0 + (index % 3) * HOUR, candidates: ['r:maker', 'p:amy'] }) },
      });
    const words = ['a:r:maker', 'a:p:amy'];

    // when
    const first = await opened().listTasks(query({ words, limit: 3 }));
    await started({ id: 'in-front', tasks: { t1: sampleTask({ dueAt: T0 - HOUR }) } });
    const second = await opened().listTasks(query({ words, limit: 3, cursor: first.next ?? '' }));
    const third = await opened().listTasks(query({ words, limit: 3, cursor: second.next ?? '' }));

    // then
    const seen = [first, second, third].flatMap((page) => page.items.map((row) => row.instance.id));
    expect(new Set(seen).size).to.equal(7);
    expect(seen).to.have.length(7);
    expect(third.next).to.equal(null);
    const dues = [first, second, third].flatMap((page) => page.items.map((row) => row.task.dueAt ?? 0));
    expect(dues).to.deep.equal(dues.toSorted((a, b) => a - b));
  });

  it(`[ST12] the newest order begins with what was opened last on ${name}`, async () => {
    await started({ id: 'old', tasks: { t1: sampleTask({ openedAt: T0 }) } });
    await started({ id: 'new', tasks: { t1: sampleTask({ openedAt: T0 + HOUR }) } });
    expect(await idsOf({ order: 'newest' })).to.deep.equal(['new', 'old']);
    const first = await opened().listTasks(query({ order: 'newest', limit: 1 }));
    expect(await idsOf({ order: 'newest', limit: 1, cursor: first.next ?? '' })).to.deep.equal(['old']);
  });

  it(`[ST12] tasks filter by workflow and by a part of number or subject on ${name}`, async () => {
    // given
    const both = { t1: sampleTask({ candidates: ['r:maker', 'p:amy'] }) };
    await started({ id: 'a', tasks: both, subject: { en: 'Ball bearings', 'zh-TW': '滾珠軸承' }, viewers: ['p:amy'] });
    await started({ id: 'b', tasks: both, workflow: 'other', viewers: ['p:amy'] });
    await started({ id: 'c', tasks: both, workflow: 'other', subject: { en: 'Ñandú BALL' }, viewers: ['r:checker'] });
    const words = ['a:r:maker', 'a:p:amy'];

    // then
    for (const viewer of [null, ['p:amy', 'r:checker']])
      for (const order of ['due', 'newest'] as const) {
        const ids = (wanted: Partial<TaskQuery>) => idsOf({ words, viewer, order, ...wanted });
        expect(await ids({ workflow: 'other' })).to.deep.equal(['b', 'c']);
        expect(await ids({ q: 'ball' })).to.deep.equal(['a', 'c']);
        expect(await ids({ q: 'ñANDÚ' })).to.deep.equal(['c']);
        expect(await ids({ q: '軸承', workflow: 'sample' })).to.deep.equal(['a']);
        expect(await ids({ q: '軸承', workflow: 'other' })).to.deep.equal([]);
        expect(await ids({ q: '.*%_' })).to.deep.equal([]);
        expect(await ids({ q: 'ball', viewer: ['p:amy'] })).to.deep.equal(['a']);
        const first = await opened().listTasks(query({ words, viewer, order, q: 'ball', limit: 1 }));
        expect(await ids({ q: 'ball', cursor: first.next ?? '' })).to.deep.equal(['c']);
        expect(await opened().countTasks(query({ words, viewer, q: 'ball' }), 10)).to.equal(2);
      }
  });

  it(`[ST12] a task is found by the new subject of its case at once on ${name}`, async () => {
    const case1 = await started({ tasks: { t1: sampleTask() }, subject: { en: 'Before' } });
    await opened().commit(nextCommit(case1, { subject: { en: 'After' } }, 'c2'));
    expect(await idsOf({ q: 'before' })).to.deep.equal([]);
    expect(await idsOf({ q: 'after' })).to.deep.equal(['case-1']);

    // when: it has no task for a while
    const fresh = async () => (await opened().load('case-1')) as Instance;
    await opened().commit(nextCommit(await fresh(), { tasks: {} }, 'c3'));
    expect(await idsOf({ q: 'after' })).to.deep.equal([]);
    await opened().commit(nextCommit(await fresh(), { tasks: { t2: sampleTask() }, subject: { en: 'Then' } }, 'c4'));

    // then
    expect(await idsOf({ q: 'then' })).to.deep.equal(['case-1']);
  });

  it(`[ST12] counts stop where they are told to on ${name}`, async () => {
    for (let index = 0; index < 5; index += 1)
      await started({ id: `case-${index}`, tasks: { t1: sampleTask({ candidates: ['r:maker', 'p:amy'] }) } });
    expect(await opened().countTasks(query({ words: ['a:r:maker', 'a:p:amy'] }), 3)).to.equal(3);
    expect(await opened().countTasks(query({ words: ['a:r:maker', 'a:p:amy'] }), 99)).to.equal(5);
  });

  it(`[ST12] cases filter by workflow, status, key and words, newest first, in pages on ${name}`, async () => {
    // given
    await started({ id: 'a', startedAt: T0, subject: { en: 'Ball bearings', 'zh-TW': '滾珠軸承' }, key: 'K1' });
    await started({ id: 'b', startedAt: T0 + 1, status: 'done' });
    await started({
      id: 'c',
      startedAt: T0 + 2,
      workflow: 'other',
      viewers: ['r:checker'],
      incidents: { i1: STOPPED },
    });
    const ids = async (filter: object): Promise<readonly string[]> =>
      (await opened().listInstances({ viewer: null, limit: 10, ...filter })).items.map((row) => row.id);

    // then
    expect(await ids({})).to.deep.equal(['c', 'b', 'a']);
    expect(await ids({ workflow: 'sample', status: 'active' })).to.deep.equal(['a']);
    expect(await ids({ q: 'BALL' })).to.deep.equal(['a']);
    expect(await ids({ q: '軸承' })).to.deep.equal(['a']);
    expect(await ids({ key: 'K1' })).to.deep.equal(['a']);
    expect(await ids({ stopped: true })).to.deep.equal(['c']);
    expect(await ids({ stopped: true, viewer: ['p:amy'] })).to.deep.equal([]);
    expect(await ids({ q: '100%_' })).to.deep.equal([]);
    expect(await ids({ viewer: ['p:amy'] })).to.deep.equal(['b', 'a']);
    expect(await opened().countInstances({ viewer: ['p:amy'], status: 'active' }, 10)).to.equal(1);
    const first = await opened().listInstances({ viewer: null, limit: 2 });
    expect(await ids({ limit: 2, cursor: first.next })).to.deep.equal(['a']);
  });

  it(`[ST12] a foreign cursor begins at the start on ${name}`, async () => {
    await started({ tasks: { t1: sampleTask() } });
    expect(await idsOf({ cursor: 'nonsense' })).to.deep.equal(['case-1']);
  });
}
