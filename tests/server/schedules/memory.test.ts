import { expect } from 'chai';
import type { Plant } from '../../../engine/model/person.ts';
import { SILENT } from '../../../engine/ports/logger.ts';
import { openScheduler } from '../../../server/schedules/scheduler.ts';
import { openTicker } from '../../../server/schedules/ticker.ts';
import { EngineError } from '../../../engine/model/engine-error.ts';
import { refusalOf } from '../../support/open-test-engine.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { samplePlant } from '../../support/sample-plant.ts';
import { describeSchedules, openScheduled } from './describe-schedules.ts';

describeSchedules('memory', async () => openMemoryStore());

describe('schedules of a plant', () => {
  it('[SC3] a time at which the calendar says no is noted and starts nothing', async () => {
    const { clock, scheduler, firings, cases } = openScheduled(openMemoryStore(), { when: 'office' });
    await scheduler.tick();
    clock.move(3 * 3_600_000);
    await scheduler.tick();
    expect((await firings()).map(({ why }) => why)).to.deep.equal(['missed', 'missed', 'calendar']);
    expect(await cases()).to.deep.equal([]);
  });

  it('[SC7] another expression begins anew: what it would have missed was never promised', async () => {
    const store = openMemoryStore();
    const daily = openScheduled(store, { cron: '0 6 1 1 *', catchUp: 'all' });
    await daily.scheduler.tick();
    daily.clock.move(5 * 3_600_000);
    const hourly = openScheduled(store, { catchUp: 'all' }, { clock: daily.clock });
    await hourly.scheduler.tick();
    daily.clock.move(3_600_000);
    await hourly.scheduler.tick();
    expect(await hourly.firings()).to.have.length(1);
  });

  it('[SC8] a schedule whose start fails for now holds up only itself, and keeps its order', async () => {
    const store = openMemoryStore();
    const { clock, engine, keeper, library, scheduler, firings, cases } = openScheduled(store, { catchUp: 'all' });
    await scheduler.tick();
    clock.move(2 * 3_600_000);
    let failing = true;
    const sick = {
      ...engine,
      send: async (command: Parameters<typeof engine.send>[0]) => {
        if (failing) throw new EngineError('store.unavailable', 'The database does not answer.');
        return engine.send(command);
      },
    };
    const tried = openScheduler({ store, engine: sick, clock, keeper, library });
    expect((await refusalOf(tried.tick())).code).to.equal('store.unavailable');
    expect((await firings()).map(({ state }) => state)).to.deep.equal(['open', 'open']);
    failing = false;
    expect(await tried.tick()).to.equal(2);
    expect(await cases()).to.deep.equal([2, 3].map((hour) => `2026-11-23T0${hour}:00:00.000Z`));
  });

  it('[SC8] a role without anybody is a refusal that says so', async () => {
    const plant: Plant = samplePlant();
    const people = new Map([...plant.people].filter(([, { roles }]) => !roles.includes('maker')));
    const { clock, scheduler, firings } = openScheduled(openMemoryStore(), {}, { plant: { ...plant, people } });
    await scheduler.tick();
    clock.move(3_600_000);
    await scheduler.tick();
    const [firing] = await firings();
    expect([firing?.state, firing?.problem?.code]).to.deep.equal(['refused', 'permission.denied']);
  });

  it('[SC10] waits until the next nominal time, but never longer than it is told', async () => {
    const { clock, scheduler } = openScheduled(openMemoryStore());
    expect(scheduler.waitMs(20_000)).to.equal(20_000);
    clock.move(3_600_000 - 5_000);
    expect(scheduler.waitMs(20_000)).to.equal(5_000);
  });

  it('[SC10] the ticker fires at the nominal time when its clock comes there', async () => {
    const { clock, scheduler, firings } = openScheduled(openMemoryStore());
    await scheduler.tick();
    clock.move(3_600_000 - 5_000);
    let stop = async (): Promise<void> => undefined;
    const fired = await new Promise<number>((resolve) => {
      const watched = {
        ...scheduler,
        tick: async () => {
          const count = await scheduler.tick();
          if (count > 0) resolve(count);
          else setImmediate(() => clock.move(5_000));
          return count;
        },
      };
      const ticker = openTicker({ scheduler: watched, clock, logger: SILENT });
      ticker.start();
      stop = () => ticker.stop();
    });
    await stop();
    expect(fired).to.equal(1);
    expect((await firings())[0]?.why).to.equal(null);
  });
});
