import { expect } from 'chai';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { ScheduleFile } from '../../../engine/model/workflow-file.ts';
import type { Plant } from '../../../engine/model/person.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openWorkingTime } from '../../../engine/workflow/plant-time.ts';
import type { Library } from '../../../server/library/library.ts';
import type { PlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { FIRINGS, type FiringRow, firingsOf } from '../../../server/schedules/schedule-rows.ts';
import { openScheduler } from '../../../server/schedules/scheduler.ts';
import { openTestEngine, type TestEngineOptions } from '../../support/open-test-engine.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { MAKE_AND_CHECK, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const HOUR = 3_600_000;
const HOURLY: ScheduleFile = { id: 'hourly', cron: '0 * * * *', by: 'maker', answers: { note: '= nominal' } };

/** A server with a schedule on a store. Two of them on one store are two servers. */
export function openScheduled(store: Store, file: Partial<ScheduleFile> = {}, options: TestEngineOptions = {}) {
  const version = sampleVersion(sampleFile(MAKE_AND_CHECK, { meta: { schedules: [{ ...HOURLY, ...file }] } }));
  const test = openTestEngine(version, { store, ...options });
  const plant: Plant = options.plant ?? samplePlant();
  const time = openWorkingTime(plant.calendars);
  const keeper = { plant: () => plant, time: () => time } as unknown as PlantKeeper;
  const library = { all: () => [version] } as unknown as Library;
  const { engine, clock } = test;
  const scheduler = openScheduler({ store, engine, clock, keeper, library });
  const firings = async (): Promise<readonly FiringRow[]> => {
    const page = await store.listRecords({ register: FIRINGS, key: firingsOf('sample.hourly'), limit: 200 });
    return page.items.map(({ value }) => value as unknown as FiringRow);
  };
  const cases = async (): Promise<readonly string[]> =>
    (await store.listInstances({ viewer: null, limit: 200 })).items.map(({ subject }) => subject.en).sort();
  return { test, clock, scheduler, engine, keeper, library, firings, cases };
}

/** Holds the schedules to their rules on one kind of store. */
export function describeSchedules(name: string, open: () => Promise<Store>): void {
  describe(`schedules on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it(`[SC7] begins when it is first seen, and starts one case at its time on ${name}`, async () => {
      const { clock, scheduler, firings, cases } = openScheduled(store);
      expect(await scheduler.tick()).to.equal(0);
      clock.move(HOUR);
      expect([await scheduler.tick(), await scheduler.tick()]).to.deep.equal([1, 0]);
      expect(await cases()).to.deep.equal(['2026-11-23T02:00:00.000Z']);
      const [firing] = await firings();
      expect([firing?.state, firing?.why, firing?.by]).to.deep.equal(['started', null, 'amy']);
      expect([firing?.nominalAt, firing?.actualAt]).to.deep.equal([clock.now(), clock.now()]);
      expect(firing?.instance?.number).to.equal('SMP-001');
    });

    it(`[SC5] servers that race start each time once on ${name}`, async () => {
      // given
      const first = openScheduled(store, { catchUp: 'all' });
      const second = openScheduled(store, { catchUp: 'all' }, { clock: first.clock });
      await first.scheduler.tick();
      first.clock.move(6 * HOUR);

      // when
      await Promise.all([first, second, first, second].map(({ scheduler }) => scheduler.tick()));
      await Promise.all([first, second].map(({ scheduler }) => scheduler.tick()));

      // then
      const rows = await first.firings();
      expect(rows.map(({ state }) => state)).to.deep.equal(Array(6).fill('started'));
      expect(new Set(rows.map(({ instance }) => instance?.id)).size).to.equal(6);
      expect(await first.cases()).to.have.length(6);
    });

    it(`[SC4] after a time without servers, each policy does what it says on ${name}`, async () => {
      const { clock, scheduler, firings, cases } = openScheduled(store, { catchUp: 'last' });
      await scheduler.tick();
      clock.move(3.5 * HOUR);
      await scheduler.tick();
      expect((await firings()).map(({ state, why }) => [state, why])).to.deep.equal([
        ['skipped', 'newer'],
        ['skipped', 'newer'],
        ['started', 'caught_up'],
      ]);
      expect(await cases()).to.deep.equal(['2026-11-23T04:00:00.000Z']);
    });

    it(`[SC7] a clock that goes back and forth fires no time twice on ${name}`, async () => {
      const { clock, scheduler, cases } = openScheduled(store, { catchUp: 'all' });
      await scheduler.tick();
      for (const hours of [2, -2, 1, 1, -1, 1, 1]) {
        clock.move(hours * HOUR);
        await scheduler.tick();
      }
      expect(await cases()).to.deep.equal([2, 3, 4].map((hour) => `2026-11-23T0${hour}:00:00.000Z`));
    });

    it(`[SC5] a death before or after any write loses no case and doubles none on ${name}`, async () => {
      const { clock, test, keeper, library, scheduler, cases, firings } = openScheduled(store, { catchUp: 'all' });
      await scheduler.tick();
      clock.move(2 * HOUR);
      for (let deadline = 0; deadline < 12; deadline += 1) {
        for (const when of ['before', 'after'] as const) {
          const dying = dyingAt(store, deadline, when);
          const engine = openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK)), { store: dying, clock }).engine;
          await openScheduler({ store: dying, engine, clock, keeper, library })
            .tick()
            .catch(() => undefined);
        }
      }
      await test.engine.idle();
      await scheduler.tick();
      expect((await firings()).map(({ state }) => state)).to.deep.equal(['started', 'started']);
      expect(await cases()).to.have.length(2);
    });

    it(`[SC8] a start that is refused is noted and holds nothing up on ${name}`, async () => {
      const { clock, scheduler, firings } = openScheduled(store, { catchUp: 'all', answers: { nothing: 1 } });
      await scheduler.tick();
      clock.move(2 * HOUR);
      await scheduler.tick();
      const rows = await firings();
      expect(rows.map(({ state, problem }) => [state, problem?.code])).to.deep.equal([
        ['refused', 'answers.invalid'],
        ['refused', 'answers.invalid'],
      ]);
    });
  });
}

/** The store of a server that dies at its nth write, before or after it is done. */
function dyingAt(store: Store, deadline: number, when: 'before' | 'after'): Store {
  let writes = 0;
  const dead = (): never => {
    throw new EngineError('store.closed', 'The server has died.');
  };
  const writing = async <T>(write: () => Promise<T>): Promise<T> => {
    const last = writes === deadline;
    writes += 1;
    if (writes > deadline + 1 || (last && when === 'before')) return dead();
    const done = await write();
    return last ? dead() : done;
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'putRecord') return (put: Parameters<Store['putRecord']>[0]) => writing(() => target.putRecord(put));
      if (name === 'commit') return (commit: Parameters<Store['commit']>[0]) => writing(() => target.commit(commit));
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
