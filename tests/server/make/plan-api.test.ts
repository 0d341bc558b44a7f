import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { PlanView } from '../../../server/services/views/make-view.ts';
import { openTestApi, type TestApi, type TestPerson } from '../../support/open-test-api.ts';
import { T_8 } from './demo-board.ts';

describe('the plan over the API', () => {
  let api: TestApi;
  let ana: TestPerson;
  beforeEach(async () => {
    api = await openTestApi(undefined, T_8);
    ana = await api.signIn('ana');
  });
  afterEach(() => api.close());
  const read = async (query = ''): Promise<PlanView> => (await ana.get(`/api/plan${query}`)).body;

  it('[PLV1] shows today and two working days, by work centre and shift, in order', async () => {
    const { today, days } = await read();
    expect([today, ...days.map(({ date, offset, zone }) => `${date} ${offset} ${zone}`)]).to.deep.equal([
      '2026-11-23',
      '2026-11-23 0 frozen',
      '2026-11-24 1 frozen',
      '2026-11-25 2 frozen',
    ]);
    const [first] = days;
    expect(
      first?.shifts.map(
        ({ workCenter, shift, lines }) =>
          `${workCenter.id} ${shift} ${lines.map(({ order }) => order.slice(-3)).join()}`,
      ),
    ).to.deep.equal([
      'CM-01 DAY 003',
      'CM-02 EVE 003',
      'CT-02 DAY 008',
      'GR-01 DAY 004',
      'GR-01 EVE 004',
      'PK-01 DAY 002',
    ]);
    expect(first?.shifts[2]).to.deep.include({ hours: 6.5, limit: 6.5, load: 'amber' });
    expect(first?.shifts[2]?.lines[0]).to.deep.include({
      qty: 80,
      readiness: 'red',
      kit: 'complete',
      who: 'Liao Yu-hsuan',
    });
  });

  it('[PLV1] begins at the day that is asked for, with its zone; a day without work is the next one', async () => {
    const { days } = await read('?from=2026-11-28');
    expect(days.map(({ date, zone }) => `${date} ${zone}`)).to.deep.equal([
      '2026-11-30 slushy',
      '2026-12-01 slushy',
      '2026-12-02 slushy',
    ]);
    const { before, after } = await read('?from=2026-12-28');
    expect([before, after]).to.deep.equal(['2026-12-24', '2026-12-29']);
    expect((await read('?from=2026-12-08')).days.map(({ zone }) => zone)).to.deep.equal(['liquid', 'liquid', 'liquid']);
    expect((await ana.get('/api/plan?from=9999-12-31')).status).to.equal(400);
  });

  it('[PLV2] says what was reached of the days that are over', async () => {
    const { past } = await read();
    expect(past.map(({ date }) => date)).to.deep.equal([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
    expect(past.at(-1)?.attainment).to.deep.equal({ planned: 410, good: 322, pct: 78.5, band: 'red' });
    expect(past[0]?.attainment).to.equal(null);
  });

  it('[PLV3] offers a change of a line to those who may ask for one', async () => {
    const emma = await api.signIn('emma');
    const startable = api.plant.library.latest('plan-change') !== undefined;
    expect([(await read()).mayChange, (await emma.get('/api/plan')).body.mayChange]).to.deep.equal([startable, false]);
  });

  it('[PLV4] has the month by product and week; without an issued plan the orders stand in the weeks of their deadlines', async () => {
    const { month } = await read();
    expect(month?.weeks.map(({ id, from, zone }) => `${id} ${from} ${zone}`)).to.deep.equal([
      '2026-11-W4 2026-11-22 frozen',
      '2026-11-W5 2026-11-29 slushy',
      '2026-12-W1 2026-12-01 slushy',
      '2026-12-W2 2026-12-08 liquid',
    ]);
    const row = month?.rows.find(({ product }) => product.id === 'P-1001');
    expect([month?.plan, row?.total, row?.qty]).to.deep.equal(['', 3_100, [600, 0, 0, 2_500]]);
  });

  it('[PLV4] each month is shown as the newest plan in force that has it', async () => {
    // given
    const issue = (id: string, month: string, changes: JsonObject): Promise<unknown> =>
      api.plant.store.putRecord({
        register: 'plans',
        id,
        value: { id, kind: 'month_issue', month, status: 'issued', ...changes },
      });
    const line = (month: string, week: number, qty: number): JsonObject => ({
      product: 'P-1001',
      month,
      week,
      planned_qty: qty,
    });
    await issue('MRP-2611-01', '2026-11', { lines: [line('2026-11', 4, 600), line('2026-12', 2, 1)] });
    await issue('MRP-2612-01', '2026-12', { lines: [line('2026-12', 2, 2)], status: 'superseded' });
    await issue('MRP-2612-02', '2026-12', { lines: [line('2026-12', 3, 2_500), line('2027-01', 1, 40)] });

    // when
    const { month } = await read();

    // then
    expect([month?.plan, month?.weeks.map(({ id }) => id), month?.rows[0]?.qty]).to.deep.equal([
      'MRP-2611-01, MRP-2612-02',
      ['2026-11-W4', '2026-12-W3', '2027-01-W1'],
      [600, 2_500, 40],
    ]);
  });
});
