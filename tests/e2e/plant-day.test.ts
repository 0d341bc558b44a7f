import { expect } from 'chai';
import type { Store } from '../../engine/ports/store.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { orderAnswers } from '../support/open-test-api.ts';
import { issueDayPlan } from './support/day-steps.ts';
import { scene } from './support/scene.ts';
import { openScriptedDay, type ScriptedDay } from './support/scripted-day.ts';
import { comeTo, completeSigned } from './support/walk.ts';

/** Monday 23 November 2026, 13:00 where the plant is. */
const MONDAY_13 = Date.UTC(2026, 10, 23, 5);
const WEDNESDAY = '2026-11-25';

/** One day of the plant: what departments hand each other. */
function describeDay(name: string, open: () => Promise<Store>): void {
  let day: ScriptedDay;
  beforeEach(async function () {
    this.timeout(60_000);
    day = await openScriptedDay(await open(), MONDAY_13);
  });
  afterEach(() => day.api.close());

  scene(`an order is approved and stands in Make, and the day's plan is issued (${name})`, async (people) => {
    // given
    const answers = await orderAnswers(await day.api.signIn('huang'));
    const order = await day.start('order-review', 'huang', answers);
    const checked = { po_readable: 'ok', price_matches_quote: 'ok', drawing_received: 'ok', delivery_address: 'ok' };
    const reviewed = { finish_date: '2026-12-08', material_ok: true, capacity_ok: true };
    await day.completeAll(order, [
      { step: 'intake.complete', by: 'huang', answers: checked },
      { step: 'delegated_review.ok', by: 'ana', answers: reviewed },
      { step: 'decide.accept', by: 'lin', answers: { committed_date: '2026-12-10' } },
    ]);

    // when
    const { page } = await comeTo(people, day.api.base, { as: 'javier', path: await day.taskPath(order, 'approve') });
    await completeSigned(page, 'Approve', { login: 'javier' });
    await day.settle();

    // then
    await page.goto(`${day.api.base}/cases/${order}`);
    await page.getByRole('heading', { name: 'Signatures' }).waitFor();
    const { page: make } = await comeTo(people, day.api.base, { as: 'lin', path: '/make' });
    await make.getByRole('row', { name: /SO-2611-001-2/ }).waitFor();
    const plan = await issueDayPlan(day, WEDNESDAY);
    const issued = await day.case(plan);
    expect([issued.number, issued.documents.map(({ name: title }) => title.slice(0, 3))]).to.deep.equal([
      'DP-20261125-R1',
      ['D04'],
    ]);
    expect((await day.row('plan-lines', 'PL-14'))['status']).to.equal('issued');
  });
}

describe('a scripted day of the plant, on the embedded database', () => {
  describeDay('SQLite', async () => openSqliteStore({ file: ':memory:' }));
});

describeMongo('a scripted day of the plant, on MongoDB', () => {
  describeDay('MongoDB', () => openTestStore());
});
