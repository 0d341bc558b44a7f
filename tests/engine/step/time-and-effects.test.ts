import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { EffectFailure, type EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openStates, openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
const open = (states: WorkflowFile['states'], handlers: readonly EffectHandler[] = []) =>
  openTestEngine(sampleVersion(sampleFile(states)), { handlers });

/** A handler that keeps what it was asked and answers as it is told. */
function recording(
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
});

describe('effects', () => {
  const LOOKING: WorkflowFile['states'] = {
    look: {
      invoke: {
        src: 'query',
        input: { query: '= data.request.note' },
        onDone: [{ target: 'found', guard: '= event.data.count = 3 and data.look.count = 3' }, { target: 'odd' }],
        onError: [{ target: 'failed', guard: '= event.data.code = "refused"' }],
      },
    },
    found: { type: 'final' },
    odd: { type: 'final' },
    failed: { type: 'final', meta: { end: 'cancelled' } },
  };

  it('[EF1] [WK2] what a step asks for has a key, reaches its handler once, and its result lands before the guards', async () => {
    // given
    const query = recording(() => ({ count: 3 }));
    const test = open(LOOKING, [query]);
    const instance = await test.start('amy', { note: 'bolts' });
    const key = Object.values(instance.effects)[0]?.key;

    // when
    await test.worker.drain();

    // then
    const after = await test.fresh(instance);
    expect(after.end?.end).to.equal('found');
    expect(query.calls).to.deep.equal([{ key, attempt: 1, input: { query: 'bolts' } }]);
    expect(key).to.equal(`${instance.id}:look#1`);
  });

  it('[EF2] a result that comes after its state was left moves nothing', async () => {
    // given
    const states: WorkflowFile['states'] = {
      look: {
        invoke: { src: 'query', onDone: { target: 'found' } },
        on: { stop: { target: 'stopped', meta: { command: { roles: ['maker'] } } } },
      },
      stopped: { meta: task(['maker']), on: { done: { target: 'found' } } },
      found: { type: 'final' },
    };
    const query = recording(() => ({ count: 3 }));
    const test = open(states, [query]);
    const instance = await test.start('amy');

    // when
    await test.command(instance, 'stop', 'amy');
    await test.worker.drain();

    // then
    const after = await test.fresh(instance);
    expect(query.calls).to.have.length(1);
    expect(openStates(after)).to.deep.equal(['stopped']);
    expect([after.effects, after.data['look']]).to.deep.equal([{}, undefined]);
  });

  it('[EF3] the output is in data and in the event', async () => {
    const test = open(LOOKING, [recording(() => ({ count: 7 }))]);
    const instance = await test.start('amy');
    await test.worker.drain();
    expect((await test.fresh(instance)).end?.end).to.equal('odd');
    expect((await test.fresh(instance)).data['look']).to.deep.equal({ count: 7 });
  });

  it('[EF4] a refusal goes to onError with its code; one that no candidate takes is an incident and nothing moves', async () => {
    const refusing = (code: string) =>
      recording(() => {
        throw new EffectFailure(code, 'It may not be.', false);
      });
    const taken = open(LOOKING, [refusing('refused')]);
    const first = await taken.start('amy');
    await taken.worker.drain();
    expect((await taken.fresh(first)).end?.end).to.equal('failed');

    const stuck = open(LOOKING, [refusing('other')]);
    const second = await stuck.start('amy');
    await stuck.worker.drain();
    const after = await stuck.fresh(second);
    expect(after.state).to.equal('look');
    expect(Object.values(after.incidents).map((incident) => incident.code)).to.deep.equal(['other']);
    expect(after.data).to.not.have.property('look');
  });

  it('[EF5] a result from a lost lease is refused', async () => {
    // given
    const test = open(LOOKING);
    const instance = await test.start('amy');
    const [first] = await test.store.claimDue({ now: test.clock.now(), leaseMs: 1_000, limit: 1, token: 'zombie' });
    await test.store.claimDue({ now: test.clock.now() + 1_000, leaseMs: 1_000, limit: 1, token: 'next' });

    // when
    const send = (lease: string) =>
      test.send({
        kind: 'effect',
        id: `effect-${lease}`,
        instance: instance.id,
        effect: first?.id ?? '',
        lease,
        result: { kind: 'done', output: { count: 3 } },
      });

    // then
    expect((await refusalOf(send('zombie'))).code).to.equal('effect.lease_lost');
    expect((await send('next')).instance.end?.end).to.equal('found');
    expect((await refusalOf(send('again'))).code).to.equal('effect.closed');
  });

  it('[EF6] an action that the last step asked for is done after the end', async () => {
    const told = { ...recording(() => null), name: 'notify' };
    const test = open(
      {
        ask: {
          meta: task(['maker']),
          on: { done: { target: 'end', actions: { type: 'notify', params: { to: ['maker'] } } } },
        },
        end: { type: 'final' },
      },
      [told],
    );
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'done');
    expect(after.status).to.equal('done');
    await test.worker.drain();
    expect(told.calls).to.have.length(1);
    expect((await test.fresh(after)).effects).to.deep.equal({});
    expect((await test.fresh(after)).rev).to.equal(after.rev);
  });

  it('[EF7] [WK4] work that a workflow cannot take is stopped with an incident, and the others go on', async () => {
    // given
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: { done: { target: 'end' } },
        after: { 'PT1H@always': [{ target: 'next', guard: '= data.request.note = "bad"' }, { target: 'end' }] },
      },
      next: { meta: task(['maker']), on: { done: { target: 'end' } }, after: { '= data.nonsense': { target: 'end' } } },
      end: { type: 'final' },
    };
    const test = open(states);
    const bad = await test.start('amy', { note: 'bad' });
    const good = await test.start('amy', { note: 'good' });

    // when
    await test.pass(HOUR);

    // then
    expect((await test.fresh(good)).end?.end).to.equal('end');
    const stopped = await test.fresh(bad);
    expect(stopped.state).to.equal('ask');
    expect(Object.values(stopped.incidents).map((incident) => incident.code)).to.deep.equal(['expression.failed']);
    expect(stopped.nextDueAt).to.equal(null);
  });

  it('[WK3] a failed effect is tried again later under the same key, and becomes an incident after the last try', async () => {
    // given
    const query = recording(() => {
      throw new Error('no answer');
    });
    const test = open(LOOKING, [query]);
    const instance = await test.start('amy');

    // when
    await test.worker.drain();
    expect(query.calls).to.have.length(1);
    for (let minute = 0; minute < 12; minute += 1) await test.pass(60_000);

    // then
    expect(query.calls.map((call) => call.attempt)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(query.calls.map((call) => call.key)).size).to.equal(1);
    const after = await test.fresh(instance);
    expect(Object.values(after.incidents)[0]?.message).to.match(/gave up after 8 attempts/);
    await test.pass(DAY);
    expect(query.calls).to.have.length(8);
  });

  it('[WK3] a failure that passes leaves no trace but the attempt', async () => {
    const query = recording((call) => {
      if (call < 3) throw new Error('not yet');
      return { count: 3 };
    });
    const test = open(LOOKING, [query]);
    const instance = await test.start('amy');
    for (let minute = 0; minute < 3; minute += 1) await test.pass(60_000);
    expect((await test.fresh(instance)).end?.end).to.equal('found');
    expect(query.calls).to.have.length(3);
  });

  it('[WK1] two workers on one store do each piece once', async () => {
    // given
    const query = recording(() => ({ count: 3 }));
    const version = sampleVersion(sampleFile(LOOKING));
    const first = openTestEngine(version, { handlers: [query] });
    const second = openTestEngine(version, { handlers: [query], store: first.store, clock: first.clock });
    for (let index = 0; index < 20; index += 1) await first.start('amy');

    // when
    await Promise.all([first.worker.drain(), second.worker.drain()]);

    // then
    expect(query.calls).to.have.length(20);
    expect(new Set(query.calls.map((call) => call.key)).size).to.equal(20);
  });

  it('[WK5] a handler that never answers is told to stop and tried again', async () => {
    // given
    let aborted = 0;
    const hanging: EffectHandler = {
      name: 'query',
      asked: ['invoke'],
      input: {},
      run: (_input, { signal, attempt }) =>
        attempt > 1
          ? Promise.resolve({ count: 3 })
          : new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => {
                aborted += 1;
                reject(new Error('aborted'));
              });
            }),
    };
    const test = open(LOOKING, [hanging]);
    const instance = await test.start('amy');

    // when
    const draining = test.worker.drain();
    while (aborted === 0) {
      test.clock.move(10_000);
      await Promise.resolve();
    }
    await draining;
    await test.pass(60_000);

    // then
    expect(aborted).to.equal(1);
    expect((await test.fresh(instance)).end?.end).to.equal('found');
  });

  it('[IN6] a case that waits for nothing has an incident', async () => {
    const test = open({
      ask: { meta: task(['maker']), on: { done: { target: 'stuck' } } },
      stuck: {},
      end: { type: 'final' },
    });
    const after = await test.complete(await test.start('amy'), 'ask', 'amy', 'done');
    expect(Object.values(after.incidents).map((incident) => incident.code)).to.deep.equal(['case.stuck']);
  });

  it('[IN9] a commit that would outgrow the limit is refused', async () => {
    const states: WorkflowFile['states'] = {
      ask: {
        meta: task(['maker']),
        on: {
          grow: {
            target: 'ask',
            reenter: true,
            actions: {
              type: 'set',
              params: {
                pile: '= concatenate(coalesce(data.pile, []), for i in 1..20000 return "a text that takes some room")',
              },
            },
          },
        },
      },
      end: { type: 'final' },
    };
    const test = open(states);
    let instance = await test.start('amy');
    for (let round = 0; round < 3; round += 1) instance = await test.complete(instance, 'ask', 'amy', 'grow');
    expect((await refusalOf(test.complete(instance, 'ask', 'amy', 'grow'))).code).to.equal('instance.too_large');
  });
});
