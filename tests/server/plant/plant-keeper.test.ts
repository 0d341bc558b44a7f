import { expect } from 'chai';
import type { Json } from '../../../engine/model/json.ts';
import type { CalendarFile } from '../../../engine/model/person.ts';
import { openPlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PLANT_SETTINGS } from '../../../server/plant/plant-part.ts';
import { STAND_INS } from '../../../server/plant/stand-ins-in-force.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { seedPlant } from '../../support/open-demo-plant.ts';

const NOON = Date.UTC(2026, 10, 23, 4);
const HOUR_MS = 3_600_000;

async function openKeeper() {
  const store = openMemoryStore();
  await seedPlant(store);
  const clock = openManualClock(NOON);
  return { store, clock, keeper: await openPlantKeeper(store, clock, PROJECT_ROOT) };
}

const putCalendar = (file: CalendarFile): { register: string; id: string; value: Json } => ({
  register: PLANT_SETTINGS,
  id: `calendar:${file.id}`,
  value: {
    value: file,
    change: file,
    mark: { version: 1, by: 'U02', at: NOON, reason: 'x', command: 'c' },
  } as unknown as Json,
});

describe('the plant at hand', () => {
  it('[PS4] a calendar that another server changed counts after the next reading; the others keep their opened days', async () => {
    // given
    const { store, keeper } = await openKeeper();
    const before = keeper.plant().calendars;
    const office = before.get('office') as CalendarFile;
    const due = keeper.time().dueAt(NOON, 'PT4H', 'office');

    // when
    await store.putRecord(putCalendar({ ...office, holidays: ['2026-11-23', '2026-11-24'] }));
    expect(keeper.time().dueAt(NOON, 'PT4H', 'office')).to.equal(due);
    await keeper.refresh();

    // then
    const [time, after] = [keeper.time(), keeper.plant().calendars];
    expect(time.dueAt(NOON, 'PT4H', 'office')).to.be.greaterThan((due ?? 0) + 40 * HOUR_MS);
    expect(after.get('floor-2shift')).to.equal(before.get('floor-2shift'));

    // when: nothing has changed since
    await keeper.refresh();

    // then
    expect(keeper.time()).to.equal(time);
    expect(keeper.plant().calendars.get('office')).to.equal(after.get('office'));
  });

  it('is made anew only when something has begun or ended, also for a clock that goes back', async () => {
    // given
    const { store, clock, keeper } = await openKeeper();
    const entry = { id: 's1', person: 'U04', standIn: 'U03', kind: 'absence', note: '' };
    await store.putRecord({
      register: STAND_INS,
      id: 'U04',
      value: { entries: [{ ...entry, fromAt: NOON + HOUR_MS, untilAt: NOON + 2 * HOUR_MS }] },
    });
    await keeper.refresh();
    const first = keeper.plant();

    // when
    clock.move(HOUR_MS - 1);
    const same = keeper.plant();
    clock.move(1);
    const running = keeper.plant();
    clock.move(-HOUR_MS);
    const back = keeper.plant();

    // then
    expect(same).to.equal(first);
    expect(running.actsFor.get('U03')).to.deep.equal(['U04']);
    expect(back.actsFor.size).to.equal(0);
  });

  it('readings that overtake each other end with the newest', async () => {
    const { store, keeper } = await openKeeper();
    const office = keeper.plant().calendars.get('office') as CalendarFile;
    const first = keeper.refresh();
    await store.putRecord(putCalendar({ ...office, holidays: [] }));
    await Promise.all([first, keeper.refresh()]);
    expect(keeper.plant().calendars.get('office')?.holidays).to.deep.equal([]);
  });
});
