import { expect } from 'chai';
import type { ForEachFile, StateFile } from '../../../engine/model/workflow-file.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const voting = (forEach: ForEachFile, more: object = {}, rest: Partial<StateFile> = {}): StateFile => ({
  meta: {
    task: { form: 'note', roles: '= [member]', outcomes: { agree: 'Agree', refuse: 'Refuse' }, forEach, ...more },
  },
  on: { collected: { target: 'end' } },
  ...rest,
});
const END: { readonly [key: string]: StateFile } = { end: { type: 'final' } };
const open = (vote: StateFile, more: { readonly [key: string]: StateFile } = {}) =>
  openTestEngine(sampleVersion(sampleFile({ vote, ...more, ...END })));
const ROLES = ['maker', 'checker', 'check_manager'];
const itemsOf = (instance: { tasks: { [id: string]: { each?: { item: unknown } } } }) =>
  Object.values(instance.tasks).map((task) => task.each?.item);

describe('for each item', () => {
  it('[EA1] opens one task an item, and the item names who', async () => {
    // given
    const test = open(voting({ items: ROLES, as: 'member' }));

    // when
    const instance = await test.start('amy');

    // then
    expect(Object.values(instance.tasks).map((task) => task.roles)).to.deep.equal([
      ['maker'],
      ['checker'],
      ['check_manager'],
    ]);
  });

  it('[EA2] each answer is appended with item, outcome, person and department; a new visit begins empty', async () => {
    // given
    const again = { on: { collected: { target: 'again' } } };
    const test = open(voting({ items: ['maker'], as: 'member' }, {}, again), {
      again: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { back: { target: 'vote' } } },
    });
    let instance = await test.start('amy');

    // when
    instance = await test.complete(instance, 'vote', 'ben', 'agree', { note: 'fine' });

    // then
    expect(instance.data['vote']).to.deep.equal([
      { note: 'fine', outcome: 'agree', item: 'maker', by: 'ben', department: 'MA', at: '2026-11-23T01:00:00.000Z' },
    ]);
    expect((await test.complete(instance, 'again', 'amy', 'back')).data['vote']).to.deep.equal([]);
  });

  it('[EA3] items are read once, at opening', async () => {
    // given
    const test = open(
      voting({ items: '= if data.request.count = 2 then ["maker", "checker"] else ["maker"]', as: 'member' }),
    );
    const instance = await test.start('amy', { count: 2 });

    // when
    const after = await test.complete(instance, 'vote', 'cat', 'agree', { count: 1 }, 'checker');

    // then
    expect(itemsOf(after)).to.deep.equal(['maker']);
  });

  for (const { until, answers, title } of [
    { until: 'all', answers: 3, title: 'all' },
    { until: 'any', answers: 1, title: 'any' },
    { until: 2, answers: 2, title: 'a number' },
    {
      until: '= (some v in data.vote satisfies v.outcome = "refuse") = true',
      answers: 3,
      title: 'an expression that never holds',
    },
  ] as const)
    it(`[EA4] [SP10] until ${title} collects in the step that is enough, and withdraws the rest`, async () => {
      // given
      const test = open(voting({ items: ROLES, as: 'member', until }));
      let instance = await test.start('amy');
      const people = [
        ['ben', 'maker'],
        ['cat', 'checker'],
        ['eve', 'check_manager'],
      ] as const;

      // when
      for (const [index, [by, item]] of people.slice(0, answers).entries()) {
        expect(instance.status, `after ${index}`).to.equal('active');
        instance = await test.complete(instance, 'vote', by, 'agree', {}, item);
      }

      // then
      expect(instance.status).to.equal('done');
      expect(instance.tasks).to.deep.equal({});
      expect(instance.rev).to.equal(1 + answers);
    });

  it('[EA4] an expression that holds at once collects at once', async () => {
    // given
    const test = open(
      voting({ items: ROLES, as: 'member', until: '= (some v in data.vote satisfies v.outcome = "refuse") = true' }),
    );
    const instance = await test.start('amy');

    // when / then
    expect((await test.complete(instance, 'vote', 'cat', 'refuse', {}, 'checker')).status).to.equal('done');
  });

  it('[EA4] an empty list collects in the step that opens it', async () => {
    const instance = await open(voting({ items: '= data.missing', as: 'member' })).start('amy');
    expect([instance.status, instance.rev, instance.data['vote']]).to.deep.equal(['done', 1, []]);
  });

  it('[EA4] an answer that does not complete is seen by a data wait beside it', async () => {
    // given
    const watch: StateFile = {
      initial: 'looking',
      states: { looking: { always: { guard: '= count(data.vote) = 1', target: 'seen' } }, seen: { type: 'final' } },
    };
    const states = {
      both: {
        type: 'parallel',
        states: {
          asking: {
            initial: 'vote',
            states: {
              vote: voting({ items: ROLES, as: 'member' }, {}, { on: { collected: { target: 'voted' } } }),
              voted: { type: 'final' },
            },
          },
          watching: watch,
        },
        onDone: { target: 'end' },
      },
      ...END,
    } as const;
    const test = openTestEngine(sampleVersion(sampleFile(states)));
    const instance = await test.start('amy');

    // when
    const after = await test.complete(instance, 'vote', 'ben', 'agree', {}, 'maker');

    // then
    expect(after.state).to.deep.equal({ both: { asking: 'vote', watching: 'seen' } });
  });

  it('[EA5] a person answers once, and only the first open item that they may do', async () => {
    // given
    const test = open(voting({ items: ['maker', 'maker', 'checker'], as: 'member', oncePerPerson: true }));
    let instance = await test.start('amy');
    const second = Object.values(instance.tasks)[1]?.id ?? '';
    const complete = (task: string, by: string) =>
      test.send({
        kind: 'complete',
        id: `c-${task}-${by}`,
        instance: instance.id,
        task,
        outcome: 'agree',
        by,
        answers: {},
        refs: { names: {}, records: {} },
      });

    // when
    const early = await refusalOf(complete(second, 'amy'));
    instance = await test.complete(instance, 'vote', 'amy', 'agree', {}, 'maker');
    const twice = await refusalOf(complete(second, 'amy'));
    instance = (await complete(second, 'ben')).instance;

    // then
    expect([early.code, early.params['reason']]).to.deep.equal(['permission.denied', 'later-item']);
    expect([twice.code, twice.params['reason']]).to.deep.equal(['permission.denied', 'excluded']);
    expect(itemsOf(instance)).to.deep.equal(['checker']);
  });

  it('[EA5] where one person had to answer twice, the next in line is asked', async () => {
    // given
    const test = open(voting({ items: ['check_manager', 'check_manager'], as: 'member', oncePerPerson: true }));
    const instance = await test.start('amy');

    // when
    const after = await test.complete(instance, 'vote', 'eve', 'agree');

    // then
    expect(Object.values(after.tasks).map((task) => task.fallback)).to.deep.equal([['pam']]);
  });

  it('[EA7] what is left may still be answered and moves nothing', async () => {
    // given
    const next = { next: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'end' } } } };
    const test = open(
      voting({ items: ROLES, as: 'member', until: 'any', rest: 'left' }, {}, { on: { collected: { target: 'next' } } }),
      next,
    );
    let instance = await test.complete(await test.start('amy'), 'vote', 'ben', 'agree', {}, 'maker');

    // when
    instance = await test.complete(instance, 'vote', 'cat', 'agree', {}, 'checker');

    // then
    expect(instance.state).to.equal('next');
    expect((instance.data['vote'] as unknown[]).length).to.equal(2);
    expect(openStates(await test.complete(instance, 'next', 'amy', 'done'))).to.deep.equal([]);
  });

  it('[EA8] 100,000 items are refused, and nothing is opened', async () => {
    const refused = await refusalOf(
      open(voting({ items: '= for i in 1..100000 return i', as: 'member' })).start('amy'),
    );
    expect(refused.code).to.equal('expression.failed');
    expect(refused.message).to.contain('100000 items; at most 1000');
  });

  it('[EA9] who may change the items adds and takes back; nobody else does', async () => {
    // given
    const test = open(voting({ items: ['maker', 'checker'], as: 'member', change: ['check_manager'] }));
    const instance = await test.start('amy');
    const checker = Object.values(instance.tasks).find((task) => task.each?.item === 'checker')?.id ?? '';
    const change = (id: string, by: string, more: object) =>
      test.send({
        kind: 'change_items',
        id,
        instance: instance.id,
        state: 'vote',
        add: [],
        remove: [],
        by,
        reason: 'more eyes',
        ...more,
      });

    // when
    const denied = await refusalOf(change('c1', 'amy', { add: ['check_manager'] }));
    const silent = await refusalOf(change('c2', 'eve', { add: ['check_manager'], reason: ' ' }));
    const added = (await change('c3', 'eve', { add: ['check_manager'], remove: [checker] })).instance;
    const voted = await test.complete(added, 'vote', 'ben', 'agree', {}, 'maker');
    const rest = Object.keys(voted.tasks);
    const ended = (await change('c4', 'eve', { remove: rest })).instance;

    // then
    expect([denied.code, silent.code]).to.deep.equal(['permission.denied', 'answers.invalid']);
    expect(itemsOf(added)).to.deep.equal(['maker', 'check_manager']);
    expect(ended.status).to.equal('done');
  });

  it('[EA7] what was left is taken back when the step begins anew, so that it counts for no other round', async () => {
    // given
    const next = { next: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { back: { target: 'vote' } } } };
    const test = open(
      voting({ items: ROLES, as: 'member', until: 'any', rest: 'left' }, {}, { on: { collected: { target: 'next' } } }),
      next,
    );
    const voted = await test.complete(await test.start('amy'), 'vote', 'ben', 'agree', {}, 'maker');

    // when
    const again = await test.complete(voted, 'next', 'amy', 'back');

    // then
    expect(Object.values(again.tasks).map(({ visit, left }) => [visit, left])).to.deep.equal([
      [2, undefined],
      [2, undefined],
      [2, undefined],
    ]);
  });
});
