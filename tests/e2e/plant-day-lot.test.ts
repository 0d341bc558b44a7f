import { expect } from 'chai';
import type { Store } from '../../engine/ports/store.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { measured, REVIEW_TO_END, reviewToRework, reworked } from './support/day-steps.ts';
import { scene } from './support/scene.ts';
import { openScriptedDay, type ScriptedDay } from './support/scripted-day.ts';
import { comeTo, completeSigned } from './support/walk.ts';

/** Monday 23 November 2026, 13:00 where the plant is. */
const MONDAY_13 = Date.UTC(2026, 10, 23, 5);

/** A lot on that day that is not as wanted, until it is in its place. */
function describeDay(name: string, open: () => Promise<Store>): void {
  let day: ScriptedDay;
  beforeEach(async function () {
    this.timeout(60_000);
    day = await openScriptedDay(await open(), MONDAY_13);
  });
  afterEach(() => day.api.close());

  scene(
    `a lot fails its inspection, is reworked, and is stored when it is submitted again (${name})`,
    async (people) => {
      // given
      const first = await day.start('pre-storage-inspection', 'rosa', {
        lot: 'LOT-2611-005',
        lot_size: 60,
        p16_done: true,
        submission: 'original',
      });
      await day.complete(first, { step: 'sampling.drawn', by: 'diego' });
      const failed = measured((await day.case(first)).data['grid'], [await day.file('diego', 'piece.png')]);
      await day.completeAll(first, [
        { step: 'inspect.inspected', by: 'diego', answers: failed },
        { step: 'judge.reject', by: 'diego' },
      ]);

      // when
      const [review] = await day.casesOf('nonconforming-product');
      const ncr = String(review?.id);
      const photo = await day.file('diego', 'tag.png');
      await day.completeAll(ncr, reviewToRework(photo, 'LOT-2611-005', 60));
      const [rework] = await day.casesOf('disposition-line');
      await day.completeAll(String(rework?.id), reworked(60));
      await day.completeAll(ncr, REVIEW_TO_END);

      // then
      expect((await day.case(ncr)).end?.end).to.equal('closed');
      const { page } = await comeTo(people, day.api.base, { as: 'chang', path: `/cases/${ncr}` });
      await page.getByRole('heading', { name: 'Signatures' }).waitFor();

      // when
      await day.complete(first, { step: 'sampling.drawn', by: 'diego' });
      const passed = measured((await day.case(first)).data['grid']);
      await day.complete(first, { step: 'inspect.inspected', by: 'diego', answers: passed });
      const { page: judging } = await comeTo(people, day.api.base, {
        as: 'diego',
        path: await day.taskPath(first, 'judge'),
      });
      await completeSigned(judging, 'Accept', { login: 'diego' });
      await day.settle();
      await day.completeAll(first, [
        { step: 'receipt.counted', by: 'kuo', answers: { counted_qty: 60, boxes: 6 } },
        { step: 'locate.located', by: 'kuo', answers: { location: 'FG-01' } },
      ]);

      // then
      expect((await day.case(first)).end?.end).to.equal('stored');
      expect(await day.row('lots', 'LOT-2611-005')).to.deep.include({
        status: 'released',
        holds: [],
        location: 'FG-01',
      });
    },
  );
}

describe('a lot on a scripted day of the plant, on the embedded database', () => {
  describeDay('SQLite', async () => openSqliteStore({ file: ':memory:' }));
});

describeMongo('a lot on a scripted day of the plant, on MongoDB', () => {
  describeDay('MongoDB', () => openTestStore());
});
