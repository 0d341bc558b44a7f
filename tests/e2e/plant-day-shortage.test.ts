import { expect } from 'chai';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openSqliteStore } from '../../server/stores/sqlite/open-sqlite-store.ts';
import { describeMongo, openTestStore } from '../support/mongo/mongo-for-tests.ts';
import { agreeToAll, issueDayPlan, SHORTAGE_TO_END, shortageToDecision } from './support/day-steps.ts';
import { scene } from './support/scene.ts';
import { openScriptedDay, type ScriptedDay } from './support/scripted-day.ts';
import { comeTo } from './support/walk.ts';

/** Monday 23 November 2026, 13:00 where the plant is. */
const MONDAY_13 = Date.UTC(2026, 10, 23, 5);
const WEDNESDAY = '2026-11-25';

/** A shortage on that day, and what departments hand each other about it. */
function describeDay(name: string, open: () => Promise<Store>): void {
  let day: ScriptedDay;
  beforeEach(async function () {
    this.timeout(60_000);
    day = await openScriptedDay(await open(), MONDAY_13);
  });
  afterEach(() => day.api.close());

  scene(`a shortage stops the line, and closes once both plans are issued again (${name})`, async (people) => {
    // given
    const plan = await issueDayPlan(day, WEDNESDAY);
    await agreeToAll(day, plan);
    const { page } = await comeTo(people, day.api.base, { as: 'lin', path: '/make' });
    await page.getByRole('row', { name: /SO-2611-004.*(Amber|Green)/ }).waitFor();

    // when
    const shortage = await day.start('shortage-escalation', 'rosa', {
      cause: 'supply_interruption',
      item: 'RM-42CR30',
      work_orders: ['WO-2611-005', 'WO-2611-004'],
      needed_qty: 80,
      needed_by: '2026-11-23T06:00:00Z',
      line_stopped: true,
      stopped_since: '2026-11-23T04:40:00Z',
    });
    await day.completeAll(shortage, shortageToDecision(await day.file('huang', 'mail.pdf')));

    // then: the line is red while the shortage is open
    expect((await day.case(shortage)).data['tier']).to.equal('S1');
    await page.getByRole('row', { name: /SO-2611-004.*Red/ }).waitFor();

    // when
    await day.complete(shortage, {
      step: 'decide.adjust_plan',
      by: 'lin',
      answers: {
        choice: [1],
        actions: [{ text: 'Expedite', owner: 'U10', due: '2026-11-24T02:00:00Z' }],
        solved_by: '2026-11-24T08:00:00Z',
        affected_lines: [{ plan_line: 'PL-14', field: 'qty', new: 60 }],
      },
    });
    const [change] = await day.casesOf('plan-change');
    await agreeToAll(day, String(change?.id));
    const output = ((await day.case(shortage)).data['plan_adjust'] as JsonObject)['output'] as JsonObject;
    expect(output['day_plan_rev']).to.be.at.least(2);
    expect(output['month_checked']).to.equal(true);
    const issued = await day.case(plan);
    expect([issued.data['number'], issued.documents.length]).to.deep.equal(['DP-20261125-R2', 2]);
    await day.completeAll(shortage, SHORTAGE_TO_END);

    // then
    const closed = await day.case(shortage);
    expect([closed.end?.end, Object.keys(closed.incidents)]).to.deep.equal(['closed', []]);
    await page.getByRole('row', { name: /SO-2611-004.*(Amber|Green)/ }).waitFor();
    await page.goto(`${day.api.base}/cases/${String(change?.id)}`);
    await page.getByRole('heading', { name: 'Signatures' }).waitFor();
  });
}

describe('a shortage on a scripted day of the plant, on the embedded database', () => {
  describeDay('SQLite', async () => openSqliteStore({ file: ':memory:' }));
});

describeMongo('a shortage on a scripted day of the plant, on MongoDB', () => {
  describeDay('MongoDB', () => openTestStore());
});
