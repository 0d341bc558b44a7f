import { join } from 'node:path';
import { expect } from 'chai';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { fieldsOf } from '../../server/registers/row.ts';
import { openTestApi, type TestApi } from '../support/open-test-api.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

/** Monday 23 November 2026, 08:00 in Taipei: the moment that the demo plant's list was made for. */
const T_8 = Date.UTC(2026, 10, 23, 0);

describe('orders and their plan in the page', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openTestApi(undefined, T_8, join(PROJECT_ROOT, 'dist', 'page'));
  });
  afterEach(() => api.close());

  scene('a new colour is there without a reload, and a colour is shown alone', async (people) => {
    // given
    const { page } = await comeTo(people, api.base, { as: 'lin', path: '/make' });
    await page.getByRole('row', { name: /SO-2611-006.*Amber.*Short until/ }).waitFor();
    expect(await page.getByRole('row').nth(1).textContent()).to.contain('SO-2611-008');

    // when: the locks arrive
    const { store } = api.plant;
    const row = await store.getRecord('stock', 'CP-LCK');
    await store.putRecord({
      register: 'stock',
      id: 'CP-LCK',
      value: { ...fieldsOf(row?.value ?? {}), id: 'CP-LCK', qty: 400 },
    });

    // then
    await page.getByRole('row', { name: /SO-2611-006.*Green.*On track/ }).waitFor();
    await page.getByRole('button', { name: '5 Green' }).click();
    await page.getByRole('row', { name: /SO-2611-008/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).to.equal(6);
  });

  scene('orders are narrowed by keyboard, the address keeps it, and the table has the same orders', async (people) => {
    const { page } = await comeTo(people, api.base, { as: 'lin', path: '/make', language: 'es' });
    await page.getByRole('button', { name: 'Filtrar' }).press('Enter');
    await page.getByLabel('Cliente', { exact: true }).selectOption({ label: 'Hidráulica Levante S.L.' });
    await page.getByRole('row', { name: /SO-2611-002/ }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('customer')).to.equal('C-05');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^CSV/ }).click();
    expect((await download).suggestedFilename()).to.equal('make.csv');
  });

  scene('a planner changes a line of the plan: the form opens with it', async (people) => {
    // given
    const { page } = await comeTo(people, api.base, { as: 'ana', path: '/plan' });
    await page
      .getByRole('region', { name: /^T · Mon 23 Nov/ })
      .getByText('Frozen')
      .waitFor();

    // when
    await page.getByRole('button', { name: 'Change this line: PL-07' }).press('Enter');

    // then
    await page.locator('[data-form]').waitFor();
    expect(new URL(page.url()).pathname).to.equal('/start/plan-change');
    await page.getByText('PL-07').first().waitFor();
  });

  scene('the plan goes on day by day, and who may not change it is offered nothing', async (people) => {
    const { page } = await comeTo(people, api.base, { as: 'emma', path: '/plan' });
    await page.getByRole('heading', { name: /^T · Mon 23 Nov/ }).waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('heading', { name: /^T\+3 · Thu 26 Nov/ }).waitFor();
    await page.getByText('Nothing is planned for this day.').waitFor();
    expect(await page.getByRole('button', { name: /Change this line/ }).count()).to.equal(0);
  });
});
