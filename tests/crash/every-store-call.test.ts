import { expect } from 'chai';
import { NO_REFS, type Command } from '../../engine/model/command.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { WorkflowFile } from '../../engine/model/workflow-file.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Store } from '../../engine/ports/store.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { type CrashPoint, openCrashingStore } from '../support/crashing-store.ts';
import { type ManualClock, openManualClock } from '../support/manual-clock.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { MONDAY_9, openTestEngine, sha256 } from '../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../support/sample-workflow.ts';

const task = (roles: readonly string[]) => ({ task: { form: 'note', roles } });
/** Everything that a step can leave behind: tasks, timers, an invocation, actions, an end. */
const STATES: WorkflowFile['states'] = {
  make: {
    meta: task(['maker']),
    on: { made: { target: 'look', actions: { type: 'notify', params: { to: ['maker'], word: 'made' } } } },
    after: { 'PT1H@always': { actions: { type: 'set', params: { late: true } } } },
  },
  look: { invoke: { src: 'query', input: { of: '= data.make.count' }, onDone: { target: 'check' } } },
  check: {
    meta: task(['checker']),
    on: { good: { target: 'stored', actions: { type: 'notify', params: { to: ['maker'], word: 'stored' } } } },
  },
  stored: { type: 'final' },
};
const VERSION = sampleVersion(sampleFile(STATES));
/** Longer than a lease, so that what a dead worker held comes back. */
const LEASE_AND_MORE = 40_000;

interface Outcome {
  readonly instance: Instance;
  readonly acknowledged: readonly string[];
  readonly commands: readonly string[];
  readonly sink: ReadonlyMap<string, number>;
  readonly calls: number;
}

/** Runs the whole case as people and a worker would, starting the process again wherever it dies. */
async function live(store: Store, point: CrashPoint | null): Promise<Outcome> {
  const clock = openManualClock(MONDAY_9);
  const sink = new Map<string, number>();
  const acknowledged: string[] = [];
  const first = openCrashingStore(store, point);
  let test = process(first.store, clock, sink);
  const alive = async (work: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      try {
        await work();
        if (!first.died() || test.store === store) return;
      } catch (error) {
        if (!first.died() || test.store === store) throw error;
      }
      // A new process on what the old one left; leases of the dead run out.
      test = process(store, clock, sink);
      clock.move(LEASE_AND_MORE);
    }
  };
  /** A person's program: it sends again, under the same key, until it has its answer. */
  const send = (id: string, make: () => Promise<Command>): Promise<void> =>
    alive(async () => {
      await test.send(await make());
      if (!acknowledged.includes(id)) acknowledged.push(id);
    });
  const taskOf = async (id: string, state: string, outcome: string, by: string): Promise<Command> => {
    const found = (await store.listInstances({ viewer: null, limit: 1 })).items[0];
    const instance = (await store.load(found?.id ?? '')) as Instance;
    const open = Object.values(instance.tasks).find((one) => one.state === state);
    return {
      kind: 'complete',
      id,
      instance: instance.id,
      task: open?.id ?? known.get(id) ?? '',
      outcome,
      by,
      answers: { count: 3 },
      refs: NO_REFS,
    };
  };
  const known = new Map([['c2', 't1']]);
  const work = (): Promise<void> => alive(async () => void (await test.worker.drain()));

  await send('c1', async () => ({
    kind: 'start',
    id: 'c1',
    workflow: 'sample',
    by: 'amy',
    answers: { note: 'bolts' },
    refs: NO_REFS,
  }));
  clock.move(3_600_000);
  await work();
  await send('c2', () => taskOf('c2', 'make', 'made', 'amy'));
  for (let round = 0; round < 3; round += 1) {
    await work();
    clock.move(LEASE_AND_MORE);
  }
  const check = await openTaskId(store, 'check');
  known.set('c3', check);
  await send('c3', () => taskOf('c3', 'check', 'good', 'cat'));
  for (let round = 0; round < 3; round += 1) {
    await work();
    clock.move(LEASE_AND_MORE);
  }
  const row = (await store.listInstances({ viewer: null, limit: 9 })).items;
  expect(row, 'cases').to.have.length(1);
  const instance = (await store.load(row[0]?.id ?? '')) as Instance;
  const entries = await store.history(instance.id, 0, 99);
  expect(verifyChain(entries, sha256, { head: instance.head, rev: instance.rev })).to.include({ intact: true });
  return { instance, acknowledged, commands: entries.map((entry) => entry.command), sink, calls: first.calls() };
}

async function openTaskId(store: Store, state: string): Promise<string> {
  const found = (await store.listInstances({ viewer: null, limit: 1 })).items[0];
  const instance = (await store.load(found?.id ?? '')) as Instance;
  return Object.values(instance.tasks).find((one) => one.state === state)?.id ?? '';
}

function process(store: Store, clock: ManualClock, sink: Map<string, number>) {
  const handler = (name: string): EffectHandler => ({
    name,
    asked: ['invoke', 'action'],
    input: {},
    run: async (_input, { key }) => {
      sink.set(key, (sink.get(key) ?? 0) + 1);
      return { seen: true };
    },
  });
  return openTestEngine(VERSION, { store, clock, handlers: [handler('query'), handler('notify')] });
}

describe('dying at every store call', () => {
  for (const [name, open] of [
    ['memory', openMemoryStore],
    ['sqlite', () => openSqliteStore({ file: ':memory:' })],
  ] as const) {
    it(`[ST2] [ST4] [WK1] wherever the process dies, nothing acknowledged is missing and nothing is doubled (${name})`, async () => {
      // given
      const calm = await live(open(), null);
      expect(calm.instance.end?.end).to.equal('stored');
      expect([...calm.sink.values()]).to.deep.equal([1, 1, 1]);

      for (let call = 1; call <= calm.calls; call += 1) {
        for (const when of ['before', 'after'] as const) {
          // when
          const place = `${when} call ${call}`;
          const { instance, acknowledged, commands, sink } = await live(open(), { call, when });

          // then
          expect(instance.end?.end, place).to.equal('stored');
          expect(instance.data, place).to.deep.equal(calm.instance.data);
          expect(instance.evidence['check']?.by, place).to.equal('cat');
          expect([instance.tasks, instance.timers, instance.effects, instance.incidents], place).to.deep.equal([
            {},
            {},
            {},
            {},
          ]);
          expect(commands, place).to.include.members([...acknowledged]);
          expect(new Set(commands).size, place).to.equal(commands.length);
          expect(instance.rev, place).to.equal(calm.instance.rev);
          expect([...sink.keys()].sort(), place).to.deep.equal([...calm.sink.keys()].sort());
        }
      }
    });
  }
});
