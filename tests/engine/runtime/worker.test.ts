import { expect } from 'chai';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../../engine/ports/effect-handler.ts';
import { openTestEngine } from '../../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const _task = (roles: readonly string[], more: object = {}) => ({ task: { form: 'note', roles, ...more } });
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

describe('the worker', () => {
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

  it('[WK6] an effect that never answers holds up no other case', async () => {
    // given
    let release: (value: null) => void = () => undefined;
    const silent = new Promise<null>((resolve) => {
      release = resolve;
    });
    let second: () => void = () => undefined;
    const secondDone = new Promise<void>((resolve) => {
      second = resolve;
    });
    const slow: EffectHandler = {
      name: 'query',
      asked: ['invoke'],
      input: {},
      async run(input) {
        if (input['of'] === 'slow') return silent;
        second();
        return null;
      },
    };
    const states = {
      look: { invoke: { src: 'query', input: { of: '= data.request.note' }, onDone: { target: 'end' } } },
      end: { type: 'final' },
    } as const;
    const test = openTestEngine(sampleVersion(sampleFile(states)), { handlers: [slow] });
    await test.start('amy', { note: 'slow' });

    // when
    test.worker.start();
    await test.start('amy', { note: 'quick' });
    test.worker.kick();
    await secondDone;
    release(null);
    await test.worker.stop();

    // then
    const cases = (await test.store.listInstances({ viewer: null, limit: 5 })).items;
    expect(cases.map(({ status }) => status)).to.deep.equal(['done', 'done']);
  });
});
