import { expect } from 'chai';
import { NO_REFS } from '../../../engine/model/command.ts';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const VERSION = sampleVersion(sampleFile(MAKE_AND_CHECK));

/** A store whose commits fail in a given way before they succeed. */
function failingStore(failures: readonly ('before' | 'after')[]): {
  readonly store: Store;
  readonly left: () => number;
} {
  const store = openMemoryStore();
  const rest = [...failures];
  return {
    left: () => rest.length,
    store: {
      ...store,
      async commit(commit) {
        const failure = rest.shift();
        if (failure === 'after') await store.commit(commit);
        if (failure !== undefined) throw new EngineError('store.unavailable', 'It did not answer.');
        return store.commit(commit);
      },
    },
  };
}

describe('the door of the engine', () => {
  it('[RT1] [RT2] of many people on one instance everyone gets an answer, and one wins', async () => {
    // given
    const test = openTestEngine(VERSION);
    const instance = await test.start('amy');

    // when
    const outcomes = await Promise.all(
      ['amy', 'ben', 'amy', 'ben'].map((by) =>
        test.complete(instance, 'make', by, 'made').then(
          () => 'done',
          (error: EngineError) => error.code,
        ),
      ),
    );

    // then
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome === 'task.closed')).to.have.length(3);
  });

  it('[RT2] two engines on one store: who lost the race is stepped again, nothing is dropped', async () => {
    // given: a branch for each of eight people
    const branch = (name: string) =>
      [
        name,
        {
          initial: `${name}_task`,
          states: {
            [`${name}_task`]: {
              meta: { task: { form: 'note', roles: ['maker'] } },
              on: { done: { target: `${name}_done` } },
            },
            [`${name}_done`]: { type: 'final' as const },
          },
        },
      ] as const;
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const version = sampleVersion(
      sampleFile({
        all: { type: 'parallel', states: Object.fromEntries(names.map(branch)), onDone: { target: 'end' } },
        end: { type: 'final' },
      }),
    );
    const first = openTestEngine(version);
    const second = openTestEngine(version, { store: first.store, clock: first.clock });
    const instance = await first.start('amy');

    // when
    await Promise.all(
      names.map((name, index) => {
        const task = Object.values(instance.tasks).find((one) => one.state === `${name}_task`);
        return (index % 2 === 0 ? first : second).send({
          kind: 'complete',
          id: `race-${name}`,
          instance: instance.id,
          task: task?.id ?? '',
          outcome: 'done',
          by: 'amy',
          answers: {},
          refs: NO_REFS,
        });
      }),
    );

    // then
    const after = await first.fresh(instance);
    expect(after.status).to.equal('done');
    expect(after.rev).to.equal(9);
  });

  it('[RT4] an unknown outcome that was stored is found by its command id and not done again', async () => {
    // given
    const { store } = failingStore(['after']);
    const test = openTestEngine(VERSION, { store });

    // when
    const instance = await test.start('amy', { note: 'bolts' });

    // then
    expect(instance.rev).to.equal(1);
    expect((await store.listInstances({ viewer: null, limit: 9 })).items).to.have.length(1);
  });

  it('[RT4] an unknown outcome that was not stored is asked again, at most a few times', async () => {
    const { store, left } = failingStore(['before', 'before']);
    const test = openTestEngine(VERSION, { store });
    expect(openStates(await test.start('amy'))).to.deep.equal(['make']);
    expect(left()).to.equal(0);

    const dead = openTestEngine(VERSION, { store: failingStore(Array<'before'>(20).fill('before')).store });
    expect((await refusalOf(dead.start('amy'))).code).to.equal('store.unavailable');
  });

  it('[RT5] a repeated command answers the first outcome and changes nothing', async () => {
    // given
    const test = openTestEngine(VERSION);
    const start = {
      kind: 'start',
      id: 'key:amy:1',
      workflow: 'sample',
      by: 'amy',
      answers: { note: 'a' },
      refs: NO_REFS,
    } as const;
    const first = await test.send(start);
    const [task = ''] = Object.keys(first.instance.tasks);
    const complete = {
      kind: 'complete',
      id: 'key:amy:2',
      instance: first.instance.id,
      task,
      outcome: 'made',
      by: 'amy',
      answers: {},
      refs: NO_REFS,
    } as const;
    const done = await test.send(complete);

    // when
    const [startAgain, completeAgain] = [await test.send(start), await test.send(complete)];

    // then
    expect([startAgain.repeated, startAgain.rev, completeAgain.repeated, completeAgain.rev]).to.deep.equal([
      true,
      1,
      true,
      2,
    ]);
    expect(await test.fresh(first.instance)).to.deep.equal(done.instance);
    expect((await test.start('amy')).number).to.equal('SMP-002');
  });

  it('[RT5] the same id with another question is refused', async () => {
    const test = openTestEngine(VERSION);
    const start = {
      kind: 'start',
      id: 'key:amy:1',
      workflow: 'sample',
      by: 'amy',
      answers: { note: 'a' },
      refs: NO_REFS,
    } as const;
    const { instance } = await test.send(start);
    const other = await test.start('amy');
    expect((await refusalOf(test.send({ ...start, answers: { note: 'b' } }))).code).to.equal('command.reused');
    const [task = ''] = Object.keys(other.tasks);
    expect(
      (await refusalOf(test.send({ kind: 'claim', id: 'key:amy:1', instance: other.id, task, by: 'amy' }))).code,
    ).to.equal('command.reused');
    expect(await test.fresh(instance)).to.deep.equal(instance);
  });

  it('[RT5] a refused command may be sent again under its id once it fits', async () => {
    const test = openTestEngine(VERSION);
    const start = {
      kind: 'start',
      id: 'key:amy:1',
      workflow: 'sample',
      by: 'amy',
      answers: { count: -1 },
      refs: NO_REFS,
    } as const;
    expect((await refusalOf(test.send(start))).code).to.equal('answers.invalid');
    expect((await test.send({ ...start, answers: { count: 1 } })).repeated).to.equal(false);
  });
});
