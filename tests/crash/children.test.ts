import { expect } from 'chai';
import { NO_REFS } from '../../engine/model/command.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { EffectHandler } from '../../engine/ports/effect-handler.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { type CrashPoint, openCrashingStore } from '../support/crashing-store.ts';
import { type ManualClock, openManualClock } from '../support/manual-clock.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { MONDAY_9, openTestEngine } from '../support/open-test-engine.ts';
import { sampleFile, sampleVersion } from '../support/sample-workflow.ts';

const LEASE_AND_MORE = 40_000;
const CHILD = sampleVersion(
  sampleFile(
    {
      look: { invoke: { src: 'query', input: {}, onDone: { target: 'found' } } },
      found: { type: 'final', output: { note: '= data.request.note' } },
    },
    { id: 'child', meta: { number: 'CHD-{seq3}' } },
  ),
);
const PARENT = sampleVersion(
  sampleFile({
    wait: {
      meta: { forEach: { items: ['a', 'b'], as: 'lot' } },
      invoke: {
        src: 'workflow:child',
        input: { answers: { note: '= lot' } },
        onDone: { target: 'end' },
        onError: { target: 'wrong' },
      },
    },
    wrong: { type: 'final' },
    end: { type: 'final' },
  }),
);

function open(store: Store, clock: ManualClock) {
  const query: EffectHandler = { name: 'query', asked: ['invoke'], input: {}, run: async () => ({ seen: true }) };
  return openTestEngine(PARENT, { store, clock, handlers: [query], others: [CHILD] });
}

/** A parent with two children, and a process that is started again wherever it dies. */
async function live(store: Store, point: CrashPoint | null) {
  const clock = openManualClock(MONDAY_9);
  const crashing = openCrashingStore(store, point);
  let test = open(crashing.store, clock);
  for (const work of [
    () => test.send({ kind: 'start', id: 'c1', workflow: 'sample', by: 'amy', answers: {}, refs: NO_REFS }),
    ...Array.from({ length: 8 }, () => () => test.worker.drain()),
  ])
    for (;;) {
      const dying = test.store !== store;
      const failed = await Promise.resolve(work()).then(
        () => false,
        (error: unknown) => {
          if (!dying) throw error;
          return true;
        },
      );
      if (dying && crashing.died()) test = open(store, clock);
      clock.move(LEASE_AND_MORE);
      if (!failed) break;
    }
  const rows = (await store.listInstances({ viewer: null, limit: 10 })).items;
  const cases = await Promise.all(rows.map(async ({ id }) => (await store.load(id)) as Instance));
  return { cases, calls: crashing.calls() };
}

const told = (cases: readonly Instance[]) => ({
  parents: cases
    .filter((one) => one.workflow === 'sample')
    .map(({ end, data, effects }) => [end?.end, data['wait'], effects]),
  children: cases.filter((one) => one.workflow === 'child').map(({ status, effects }) => [status, effects]),
});

describe('dying while cases wait for others', () => {
  for (const [name, fresh] of [
    ['memory', openMemoryStore],
    ['sqlite', () => openSqliteStore({ file: ':memory:' })],
  ] as const)
    it(`[CH2] [EA6] wherever the process dies, each child runs once and its end is told once (${name})`, async () => {
      // given
      const calm = await live(fresh(), null);
      const expected = told(calm.cases);
      expect(expected.children).to.deep.equal([
        ['done', {}],
        ['done', {}],
      ]);
      expect(expected.parents[0]?.[0]).to.equal('end');

      for (let call = 1; call <= calm.calls; call += 1)
        for (const when of ['before', 'after'] as const) {
          // when
          const { cases } = await live(fresh(), { call, when });

          // then
          expect(told(cases), `${when} call ${call}`).to.deep.equal(expected);
        }
    });
});
