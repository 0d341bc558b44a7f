import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { attach, choose, look, pick, type } from './support/fill-form.ts';
import { plantDay, typedMinutesAgo } from './support/plant-day.ts';
import { describeOnBothStores } from './support/products.ts';
import { scene } from './support/scene.ts';
import { complete, completeSigned, enterAs, openFromInbox } from './support/walk.ts';

describeOnBothStores('a small order, from the first press to the approval', (product) => {
  scene('four people bring it there, and who started it reads how it went', async (people) => {
    const { base } = await product();
    const po = 'HAND-1';

    // given: sales writes the order down and checks it
    const { page: huang } = await enterAs(people, base, 'Huang Ya-ting');
    await startOrder(huang, po);
    const number = (await huang.locator('header .gf-code').textContent()) ?? '';
    await checkOrder(huang);

    // when: planning, production and the plant manager do their parts
    const { page: ana } = await enterAs(people, base, 'Ana Torres');
    await openFromInbox(ana, 'Available', po);
    await type(ana, 'Finish', plantDay(10));
    await pick(ana, 'Material is there', 'Yes');
    await pick(ana, 'Capacity is there', 'Yes');
    await complete(ana, 'OK');

    const { page: lin } = await enterAs(people, base, 'Lin Chih-hao');
    await openFromInbox(lin, 'Available', po);
    await type(lin, 'Committed date', plantDay(20));
    await complete(lin, 'Accept');

    const { page: javier } = await enterAs(people, base, 'Javier Ortega');
    await openFromInbox(javier, 'Available', po);
    await completeSigned(javier, 'Approve', { login: 'javier' });

    // then
    await huang.getByRole('link', { name: 'Open the case' }).click();
    await huang.getByText('Ended', { exact: false }).first().waitFor();
    await expectFinished(huang, number);
    await expectDocuments(huang, number);
  });
});

async function startOrder(page: Page, po: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Customer order review' }).click();
  await look(page, 'Customer', 'north', /Northbridge Drives Ltd/);
  await type(page, 'Their order', po);
  await type(page, 'Received', typedMinutesAgo(90));
  await pick(page, 'Kind of order', 'Series');
  await pick(page, 'Verbal order', 'No');
  await attach(page, 'Files', `PO ${po}.pdf`);
  await fillLine(page);
  await choose(page, 'Delivery term', 'FCA, free carrier');
  await type(page, 'Payment terms', '30 days net');
  await type(page, 'Ship to', '14 Canal Road, Leeds');
  await pick(page, 'Differs from the quote', 'No');
  await page.getByRole('region', { name: 'What comes next' }).getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { level: 1, name: `Northbridge Drives Ltd · PO ${po}` }).waitFor();
}

async function fillLine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a row' }).click();
  await type(page, 'Line, row 1', '1');
  await look(page, 'Product, row 1', '1002', /Hydraulic manifold block/);
  await type(page, 'Drawing, row 1', 'DWG-1002');
  await type(page, 'Rev., row 1', 'A');
  await type(page, 'Quantity, row 1', '20');
  await choose(page, 'Unit, row 1', 'pcs');
  await type(page, 'Unit price, row 1', '48');
  await choose(page, 'Currency, row 1', 'EUR');
  await type(page, 'Asked for, row 1', plantDay(28));
  // Worked out as it is typed, in the row and for the whole order.
  await page.getByLabel('Amount, row 1').getByText('960.00').waitFor();
  await page.getByLabel('Order value').getByText('960.00').waitFor();
}

async function checkOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Check the order' }).click();
  for (const what of ['Order can be read', 'Price as quoted', 'Drawing received', 'Delivery address']) {
    await pick(page, what, 'OK');
  }
  await complete(page, 'Complete');
}

/** The finished case tells its way, with an unbroken chain, in a picture and in words. */
async function expectFinished(page: Page, number: string): Promise<void> {
  await page.locator('header').getByText('Approved', { exact: true }).waitFor();
  await page.getByText(number).first().waitFor();
  await page.getByText(/^\d+ entries, chain intact$/).waitFor();
  const history = page.getByRole('region', { name: 'History' });
  for (const who of ['Huang Ya-ting', 'Ana Torres', 'Lin Chih-hao', 'Javier Ortega']) {
    await history.getByText(who, { exact: true }).first().waitFor();
  }
  const picture = page.getByRole('region', { name: /^Picture of the workflow/ });
  await picture.locator('.djs-shape.gf-done').first().waitFor();
  expect(await picture.locator('.djs-connection.gf-taken').count()).to.be.greaterThan(5);
  // The picture is fetched apart from the case: it may tell of the step before for a moment.
  await picture.locator('.djs-shape.gf-now').first().waitFor({ state: 'detached' });
  expect(await picture.locator('.djs-shape.gf-now').count(), 'nothing is active any more').to.equal(0);
}

/** Both documents open as pages to print, and name the case. */
async function expectDocuments(page: Page, number: string): Promise<void> {
  for (const name of [/^D01/, /^D02/]) {
    const opening = page.waitForEvent('popup');
    await page.getByRole('link', { name }).click();
    const document = await opening;
    await document.getByRole('heading', { level: 1 }).waitFor();
    expect(await document.locator('body').textContent())
      .to.include(number)
      .and.include('HAND-1');
    await document.close();
  }
}
