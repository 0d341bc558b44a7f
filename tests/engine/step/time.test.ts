import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openStates, openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], handlers: readonly EffectHandler[] = []) =>
  openTestEngine(sampleVersion(sampleFile(states)), { handlers });

/** A handler that keeps what it was asked and answers as it is told. */
function _recording(
  answer: (call: number) => unknown,
): EffectHandler & { readonly calls: { readonly key: string; readonly attempt: number; readonly input: unknown }[] } {
  const calls: { key: string; attempt: number; input: unknown }[] = [];
  return {
    name: 'query',
    asked: ['invoke', 'action'],
    input: {},
    calls,
    run: async (input, { key, attempt }) => {
      calls.push({ key, attempt, input });
      return answer(calls.length) as never;
    },
  };
}

describe('time', () => {
  const WAITING: WorkflowFile['states'] = {
    ask: {
      meta: task(['maker']),
      on: { done: { target: 'end' } },
      after: {
        'PT4H@always': { actions: { type: 'set', params: { late: '= now' } } },
        'P2D@always': { target: 'late' },
      },
    },
    late: { type: 'final', meta: { end: 'cancelled' } },
    end: { type: 'final' },
  };

  it('[TM1] a timer fires once, at its moment and not before', async () => {
    // given
    const test = open(WAITING);
    const instance = await test.start('amy');

    // when
    await test.pass(4 * HOUR - 1);
    expect((await test.fresh(instance)).data).to.not.have.property('late');
    await test.pass(1);
    await test.pass(HOUR);

    // then
    const after = await test.fresh(instance);
    expect(after.data['late']).to.equal('2026-11-23T05:00:00.000Z');
    expect(after.rev).to.equal(2);
    expect(openStates(after)).to.deep.equal(['ask']);
  });

  it('[TM2] a timer of an earlier visit does not fire into a later one', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { again: { target: 'ask', reenter: true }, done: { target: 'end' } },
        after: { 'PT4H@always': { target: 'late' } },
      },
      late: { type: 'final' },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');

    // when
    await test.pass(3 * HOUR);
    await test.complete(instance, 'ask', 'amy', 'again');
    await test.pass(2 * HOUR);

    // then
    expect((await test.fresh(instance)).status).to.equal('active');
    await test.pass(2 * HOUR);
    expect((await test.fresh(instance)).end?.end).to.equal('late');
  });

  it('[TM3] of completion and timeout exactly one wins, whoever comes first', async () => {
    for (const first of ['person', 'timer'] as const) {
      // given
      const test = open(WAITING);
      const instance = await test.start('amy');
      test.clock.move(2 * DAY);

      // when
      const person = () =>
        test.complete(instance, 'ask', 'amy', 'done').then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
      const timer = () => test.worker.drain();
      const outcomes =
        first === 'person' ? await Promise.all([person(), timer()]) : await Promise.all([timer(), person()]);

      // then
      const after = await test.fresh(instance);
      const completed = outcomes.includes('done');
      expect(after.end?.end, first).to.equal(completed ? 'end' : 'late');
      expect(
        (await test.store.history(instance.id, 0, 99)).filter((entry) =>
          entry.notes.some((note) => note.kind === 'ended'),
        ),
      ).to.have.length(1);
    }
  });

  it('[TM4] due is asked after each step, and counts anew from opening when its text changes', async () => {
    // given
    const states: WorkflowFile['states'] = {
      both: {
        type: 'parallel',
        states: {
          left: {
            initial: 'left_task',
            states: {
              left_task: {
                meta: task(['maker'], { due: '= if data.hurry = true then "PT1H@always" else "PT8H@always"' }),
                on: { done: { target: 'left_done' } },
              },
              left_done: { type: 'final' },
            },
          },
          right: {
            initial: 'right_task',
            states: {
              right_task: {
                meta: task(['checker']),
                on: { hurry: { target: 'right_done', actions: { type: 'set', params: { hurry: true } } } },
              },
              right_done: { type: 'final' },
            },
          },
        },
        onDone: { target: 'end' },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    const opened = test.clock.now();
    expect(Object.values(instance.tasks).find((one) => one.state === 'left_task')?.dueAt).to.equal(opened + 8 * HOUR);

    // when
    test.clock.move(HOUR / 2);
    const after = await test.complete(instance, 'right_task', 'cat', 'hurry');

    // then
    expect(Object.values(after.tasks)[0]?.dueAt).to.equal(opened + HOUR);
    expect((await test.store.history(after.id, 1, 1))[0]?.notes.find((note) => note.kind === 'due')).to.include({
      from: 'PT8H@always',
      to: 'PT1H@always',
    });
  });

  it('[TM5] a delay may be an expression that gives a moment', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { done: { target: 'end' } },
        after: { '= earliest(plus(now, "PT6H@always"), plus(now, "PT2H@always"))': { target: 'late' } },
      },
      late: { type: 'final' },
      end: { type: 'final' },
    };
    const test = open(states);
    const instance = await test.start('amy');
    expect(Object.values(instance.timers)[0]?.dueAt).to.equal(test.clock.now() + 2 * HOUR);
    await test.pass(2 * HOUR);
    expect((await test.fresh(instance)).end?.end).to.equal('late');
  });

  it('[TM6] a timer of a year fires a year later, also for an engine that was started since', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { done: { target: 'end' } },
        after: {
          'P1Y@always': { target: 'late' },
          'P30D@always': { actions: { type: 'set', params: { month: true } } },
        },
      },
      late: { type: 'final' },
      end: { type: 'final' },
    };
    const version = sampleVersion(sampleFile(states));
    const first = openTestEngine(version);
    const instance = await first.start('amy');

    // when
    const second = openTestEngine(version, { store: first.store, clock: first.clock });
    await second.pass(30 * DAY);
    expect((await second.fresh(instance)).data['month']).to.equal(true);
    await second.pass(334 * DAY);
    expect((await second.fresh(instance)).status).to.equal('active');
    await second.pass(2 * DAY);

    // then
    expect((await second.fresh(instance)).end?.end).to.equal('late');
  });

  it('[TM7] a clock that jumps back fires nothing early and loses nothing; one that jumps ahead fires each once', async () => {
    // given
    const test = open(WAITING);
    const instance = await test.start('amy');

    // when
    await test.pass(3 * HOUR);
    await test.pass(-2 * HOUR);
    await test.pass(2 * HOUR);
    const early = await test.fresh(instance);
    await test.pass(30 * DAY);
    await test.pass(-30 * DAY);
    await test.pass(60 * DAY);

    // then
    expect(early.data).to.not.have.property('late');
    const after = await test.fresh(instance);
    expect([after.end?.end, after.timers]).to.deep.equal(['late', {}]);
    const kinds = (await test.store.history(instance.id, 0, 20)).map(({ event }) => event.kind);
    expect(kinds).to.deep.equal(['start', 'timer', 'timer']);
  });
});
