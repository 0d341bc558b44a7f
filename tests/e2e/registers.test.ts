import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openApiPerson } from './support/api-person.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

describe('registers in the page', () => {
  scene('an entry is found, changed with a reason, and its history says by whom', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'lucia', path: '/registers' });
    await page.getByRole('link', { name: 'Materials' }).click();
    await page.getByRole('searchbox', { name: 'Find in this register' }).fill('gasket');
    await page.getByRole('link', { name: 'CP-GSK' }).click();
    await page.getByRole('heading', { level: 1, name: 'EPDM gasket 8×8' }).waitFor();
    // Who uses it is named, and leads there.
    await page.getByRole('link', { name: 'Electrical enclosure 400×300×200' }).waitFor();

    // when: the reason is missing at first
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel(/^Cost/).fill('0.61');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Say why, in at least three letters').waitFor();
    await page.getByLabel('Reason for the change').fill('New price list');
    await page.getByRole('button', { name: 'Save' }).click();

    // then
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('New price list').waitFor();
    await history.getByText('Lucía Fernández').waitFor();
    await history.getByText('0.61').waitFor();
  });

  scene('two people change one entry: the second is told, and keeps what was typed', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page, expectStatus } = await comeTo(people, base, { as: 'lucia', path: '/registers/materials/CM-WIRE' });
    expectStatus(409);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel(/^Cost/).fill('2.5');

    // when: somebody else is faster
    const kuo = await openApiPerson(base, 'kuo');
    const row = await kuo.get<{ rev: number; values: object }>('/api/registers/materials/rows/CM-WIRE');
    await kuo.put('/api/registers/materials/rows/CM-WIRE', {
      rev: row.rev,
      values: { ...row.values, safety_stock: 25 },
      reason: 'Counted anew',
    });
    await page.getByLabel('Reason for the change').fill('New price');
    await page.getByRole('button', { name: 'Save' }).click();

    // then
    await page.getByText('changed', { exact: false }).first().waitFor();
    expect(await page.getByLabel(/^Cost/).inputValue()).to.equal('2.5');
  });

  scene(
    'a file comes in: bad cells are named and nothing changes, then it is previewed and written',
    async (people) => {
      // given
      const { base } = await sharedProduct();
      const { page } = await comeTo(people, base, { as: 'lucia', path: '/registers/suppliers' });
      await page.getByRole('link', { name: 'Import' }).click();

      // when: a formula and an unknown status
      await bring(page, 'id,name.en,country,status\nS-90,=1+1,TW,approved\nS-91,Taichung Fasteners,TW,friendly\n');

      // then
      await page.getByText('The file has 2 problems.').waitFor();
      const wrong = page.getByRole('region', { name: 'What is wrong' });
      await wrong.getByText('Row 2', { exact: true }).waitFor();
      await wrong.getByText('name.en:').waitFor();
      await wrong.getByText('status:').waitFor();

      // when
      await page.getByRole('link', { name: 'Another file' }).click();
      await bring(
        page,
        'id,name.en,country,status\nS-90,Taichung Fasteners,TW,approved\nS-01,Formosa Sheet & Bar,TW,conditional\n',
      );
      const change = page.getByRole('region', { name: 'What would change' });
      await change.getByText('S-01').waitFor();
      await page.getByLabel('Reason for the change').fill('Yearly audit');
      await page.getByRole('button', { name: 'Write 2 rows' }).click();

      // then
      await page.getByText('Done: 1 new, 1 changed.').waitFor();
      await page.getByRole('link', { name: 'Suppliers' }).click();
      await page.getByRole('row', { name: /S-90.*Taichung Fasteners/ }).waitFor();
    },
  );

  scene('who may not change a register reads why, and finds no button to try', async (people) => {
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'rosa', path: '/registers/orders' });
    await page.getByText('changed by procedures only', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: 'New entry' }).count()).to.equal(0);
  });
});

async function bring(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
}
