import { expect } from 'chai';
import type { StateFile } from '../../../engine/model/workflow-file.ts';
import { CHECK, climbing, HOUR } from '../../support/climb-ladder.ts';

describe('ladders', () => {
  it('[LD1] [LD2] [LD4] it climbs to the general manager, level by level, and never completes the task', async () => {
    // given
    const { test, told } = climbing();
    const instance = await test.start('amy');
    await test.claim(instance, 'check', 'cat');

    // when
    for (let hour = 0; hour < 13; hour += 1) await test.pass(HOUR);

    // then
    expect(told.map(({ at, to, level }) => [at, level, to])).to.deep.equal([
      [2, 'L0', ['person:cat']],
      [4, 'L1', ['person:cat', 'person:eve']],
      [6, 'L2', ['person:eve']],
      [8, 'L3', ['person:pam']],
      [12, 'L4', ['person:guy']],
    ]);
    const after = await test.fresh(instance);
    expect(Object.values(after.tasks).map(({ state, assignee }) => [state, assignee])).to.deep.equal([
      ['check', 'cat'],
    ]);
    expect(after.viewers).to.include('p:guy');
    expect(after.timers).to.deep.equal({});
  });

  it('[LD1] one timer a ladder, which ends with the task', async () => {
    // given
    const { test, told } = climbing();
    const instance = await test.start('amy');
    expect(Object.keys(instance.timers)).to.have.length(1);

    // when
    const ended = await test.complete(instance, 'check', 'cat', 'done');
    await test.pass(100 * HOUR);

    // then
    expect(ended.timers).to.deep.equal({});
    expect(told).to.deep.equal([]);
  });

  it('[LD2] a level is at least so long after the due time where it says so', async () => {
    // given
    const check = {
      ...CHECK,
      meta: { task: { form: 'note', roles: ['checker'], due: 'PT20M@always', ladder: 'default' } },
    };
    const { test, told } = climbing({ check });
    await test.start('amy');

    // when
    for (let minute = 0; minute < 60; minute += 1) await test.pass(60_000);

    // then
    expect(told.find(({ level }) => level === 'L2')?.at).to.equal(50 / 60);
  });

  it('[LD3] another ladder by an expression is climbed from its bottom', async () => {
    // given
    const states = {
      check: {
        type: 'parallel',
        states: {
          a: {
            initial: 'task',
            states: {
              task: {
                ...CHECK,
                meta: {
                  task: {
                    form: 'note',
                    roles: ['checker'],
                    due: 'PT4H@always',
                    ladder: '= coalesce(data.which, "default")',
                  },
                },
                on: { done: { target: 'a_end' } },
              },
              a_end: { type: 'final' },
            },
          },
          b: {
            initial: 'switch',
            states: {
              switch: {
                meta: { task: { form: 'note', roles: ['maker'] } },
                on: { other: { target: 'b_end', actions: { type: 'set', params: { which: 'other' } } } },
              },
              b_end: { type: 'final' },
            },
          },
        },
        onDone: { target: 'end' },
      },
    } as unknown as { check: StateFile };
    const { test, told } = climbing(states);
    const instance = await test.start('amy');
    await test.pass(2 * HOUR);

    // when
    const after = await test.complete(instance, 'switch', 'amy', 'other');
    await test.pass(1);

    // then
    expect(told.map(({ level }) => level)).to.deep.equal(['L0', 'O1']);
    const notes = (await test.store.history(after.id, 0, 50)).flatMap(({ notes: all }) => all);
    expect(notes.filter(({ kind }) => kind === 'ladder')).to.have.length(1);
  });

  it('[LD5] a level that is the initiator is skipped: the next one that has somebody is told', async () => {
    // given
    const { test, told } = climbing({
      meta: { calendar: 'office', start: { form: 'note', roles: ['check_manager'], into: 'request' } } as never,
    });
    await test.start('eve');

    // when
    for (let hour = 0; hour < 6; hour += 1) await test.pass(HOUR);

    // then
    expect(told.map(({ level, to }) => [level, to])).to.deep.equal([
      ['L0', ['person:cat', 'person:dan']],
      ['L1', ['person:cat', 'person:dan', 'person:pam']],
      ['L2', ['person:pam']],
    ]);
  });

  it('[LD6] the highest level is told again and again until the task closes', async () => {
    // given
    const check = { ...CHECK, meta: { task: { form: 'note', roles: ['checker'], ladder: 'other' } } };
    const { test, told } = climbing({ check });
    const instance = await test.start('amy');

    // when
    for (let hour = 0; hour < 4; hour += 1) await test.pass(HOUR);
    await test.complete(instance, 'check', 'cat', 'done');
    await test.pass(10 * HOUR);

    // then
    expect(told.map(({ at }) => at)).to.deep.equal([1, 2, 3, 4]);
  });

  it('[LD6] a lower level is told again until the next one is due', async () => {
    // given
    const check = {
      ...CHECK,
      meta: { task: { form: 'note', roles: ['checker'], due: 'PT4H@always', ladder: 'follow-up' } },
    };
    const { test, told } = climbing({ check });
    await test.start('amy');

    // when
    for (let hour = 0; hour < 8; hour += 1) await test.pass(HOUR);

    // then
    expect(told.map(({ at, level }) => [at, level])).to.deep.equal([
      [1, 'F0'],
      [2, 'F0'],
      [3, 'F0'],
      [4, 'F1'],
    ]);
  });

  it('[LD1] the ladder of a case ends with the case, though its level repeats; it stands still while the clock does', async () => {
    // given
    const { test, told } = climbing({ meta: { due: 'PT2H@always', ladder: 'other', calendar: 'always' } as never });
    const instance = await test.start('amy');
    await test.pass(HOUR);
    const count = told.length;

    // when
    const ended = await test.complete(instance, 'check', 'cat', 'done');
    await test.pass(10 * HOUR);

    // then
    expect([ended.timers, ended.nextDueAt]).to.deep.equal([{}, null]);
    expect([count, told.length]).to.deep.equal([1, 1]);
  });
});
