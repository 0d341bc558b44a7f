import { expect } from 'chai';
import { CHECK, climbing, HOUR, LADDER } from '../../support/climb-ladder.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

describe('the clock of a case', () => {
  it('[CC1] [CC2] [CC3] the clock of the case stands still while it is suspended, and the task keeps its own', async () => {
    // given
    const file = {
      check: { ...CHECK, on: { done: { target: 'customer' } } },
      meta: { due: 'PT10H@always', ladder: 'default', calendar: 'always', owner: ['check_manager'] },
    };
    const { test } = climbing({});
    const waiting = openTestEngine(
      sampleVersion(
        sampleFile(
          {
            check: file.check,
            customer: {
              meta: { suspended: 'the customer', task: { form: 'note', roles: ['maker'], due: 'PT5H@always' } },
              on: { answered: { target: 'again' } },
            },
            again: { meta: { task: { form: 'note', roles: ['maker'] } }, on: { done: { target: 'end' } } },
            end: { type: 'final' },
          },
          { meta: file.meta as never },
        ),
      ),
      { plant: samplePlant({ ladders: new Map([['default', LADDER]]) }) },
    );
    const started = await waiting.start('amy');
    const startAt = test.clock.now();
    await waiting.pass(HOUR);

    // when
    const suspended = await waiting.complete(started, 'check', 'cat', 'done');
    await waiting.pass(3 * HOUR);
    const resumed = await waiting.complete(suspended, 'customer', 'amy', 'answered');

    // then
    expect(started.clock.dueAt).to.equal(startAt + 10 * HOUR);
    expect([suspended.clock.dueAt, suspended.clock.suspendedFor]).to.deep.equal([null, 'the customer']);
    expect(Object.values(suspended.tasks)[0]?.dueAt).to.equal(startAt + 6 * HOUR);
    expect([resumed.clock.dueAt, resumed.clock.suspendedMs]).to.deep.equal([startAt + 13 * HOUR, 3 * HOUR]);
    const notes = (await waiting.store.history(started.id, 0, 50)).flatMap(({ notes: all }) => all);
    expect(notes.filter(({ kind }) => kind === 'suspended' || kind === 'resumed')).to.deep.equal([
      { kind: 'suspended', reason: 'the customer' },
      { kind: 'resumed', suspendedMs: 3 * HOUR },
    ]);
  });

  it('[DU1] [DU2] a leader moves a due time with a reason; it stays, and the ladder follows', async () => {
    // given
    const { test, told } = climbing({
      check: {
        ...CHECK,
        meta: {
          task: {
            form: 'note',
            roles: ['checker'],
            due: '= if data.request.count = 1 then "PT4H@always" else "PT2H@always"',
            ladder: 'default',
          },
        },
      },
    });
    const instance = await test.start('amy', { count: 1 });
    const task = Object.keys(instance.tasks)[0] ?? '';
    const move = (id: string, by: string, dueAt: number, reason = 'the part is late') =>
      test.send({ kind: 'move_due', id, instance: instance.id, work: task, dueAt, by, reason });
    const at = test.clock.now() + 10 * HOUR;

    // when
    const denied = await refusalOf(move('m1', 'cat', at));
    const silent = await refusalOf(move('m2', 'eve', at, ''));
    const past = await refusalOf(move('m3', 'eve', test.clock.now()));
    const moved = (await move('m4', 'eve', at)).instance;
    for (let hour = 0; hour < 9; hour += 1) await test.pass(HOUR);

    // then
    expect([denied.code, silent.code, past.code]).to.deep.equal([
      'permission.denied',
      'answers.invalid',
      'due.not_moved',
    ]);
    expect(moved.tasks[task]?.dueAt).to.equal(at);
    expect((await test.fresh(instance)).tasks[task]?.dueAt).to.equal(at);
    expect(told.map(({ at: hour, level }) => [hour, level])).to.deep.equal([[5, 'L0']]);
  });

  it('[DU3] a pending timer is moved in the same way, a level of a ladder is not', async () => {
    // given
    const { test } = climbing({ check: { ...CHECK, after: { 'PT8H@always': { target: 'end' } } } });
    const instance = await test.start('amy');
    const [ladder, timer] = [true, false].map(
      (isLadder) => Object.values(instance.timers).find((one) => (one.ladder !== undefined) === isLadder)?.id ?? '',
    );
    const move = (work: string | undefined) =>
      test.send({
        kind: 'move_due',
        id: `m-${work}`,
        instance: instance.id,
        work: work ?? '',
        dueAt: test.clock.now() + 20 * HOUR,
        by: 'pam',
        reason: 'holiday',
      });

    // when
    const refused = await refusalOf(move(ladder));
    await move(timer);
    await test.pass(19 * HOUR);
    const waiting = await test.fresh(instance);
    await test.pass(2 * HOUR);

    // then
    expect(refused.code).to.equal('due.not_moved');
    expect([waiting.status, (await test.fresh(instance)).status]).to.deep.equal(['active', 'done']);
  });

  it('[CC3] history says for whom the clock stands still, each time anew', async () => {
    // given
    const waiting = (whom: string, target: string) => ({
      meta: { suspended: whom, task: { form: 'note', roles: ['maker'] } },
      on: { answered: { target } },
    });
    const test = openTestEngine(
      sampleVersion(
        sampleFile(
          {
            customer: waiting('the customer', 'supplier'),
            supplier: waiting('the supplier', 'end'),
            end: { type: 'final' },
          },
          { meta: { due: 'PT10H@always', calendar: 'always' } },
        ),
      ),
    );
    const instance = await test.start('amy');
    await test.pass(HOUR);

    // when
    const supplier = await test.complete(instance, 'customer', 'amy', 'answered');
    await test.pass(2 * HOUR);
    const ended = await test.complete(supplier, 'supplier', 'amy', 'answered');

    // then
    expect([supplier.clock.suspendedFor, ended.clock.suspendedMs]).to.deep.equal(['the supplier', 3 * HOUR]);
  });

  it('[DU2] what is no moment is no due time', async () => {
    const { test } = climbing({});
    const instance = await test.start('amy');
    const work = Object.keys(instance.tasks)[0] ?? '';
    const move = { kind: 'move_due', id: 'n', instance: instance.id, work, by: 'pam', reason: 'later' } as const;
    expect((await refusalOf(test.send({ ...move, dueAt: Number.NaN }))).code).to.equal('due.not_moved');
  });
});
