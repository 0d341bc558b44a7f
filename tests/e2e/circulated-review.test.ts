import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { attach, look, outcomeButton, pick, type } from './support/fill-form.ts';
import { openOrder } from './support/order-by-api.ts';
import { plantDay, typedMinutesAgo } from './support/plant-day.ts';
import { describeOnBothStores } from './support/products.ts';
import { type Scene, scene } from './support/scene.ts';
import { complete, completeSigned, enterAs, enterInOwnLanguage, openFromInbox } from './support/walk.ts';

const PO = 'SIX-1';

describeOnBothStores('an order that five departments look at', (product) => {
  scene('six people bring it to the approval, two of them in Spanish and in Chinese', async (people) => {
    const { base } = await product();

    // given: all opinions are asked for at once, and given at once
    const { id } = await openOrder(base, { po: PO, small: false, stand: 'reviews' });
    const { page: huang } = await enterAs(people, base, 'Huang Ya-ting');
    const { page: lin } = await enterAs(people, base, 'Lin Chih-hao');
    await Promise.all([
      tsaiReviews(people, base),
      huangReviews(huang),
      linReviews(lin),
      luciaReviews(people, base),
      changReviews(people, base),
    ]);

    // when: production decides, the customer confirms, the plant manager approves
    await decideOnConditions(lin);
    await confirm(huang);
    const { page: javier } = await enterAs(people, base, 'Javier Ortega');
    await openFromInbox(javier, 'Available', PO);
    await completeSigned(javier, 'Approve', { login: 'javier' });

    // then
    await huang.goto(`${base}/cases/${id}`);
    await huang.getByText(/^Ended/).waitFor();
    await huang.getByText(/^\d+ entries, chain intact$/).waitFor();
    await huang.getByRole('link', { name: /^D01/ }).waitFor();
    await huang.getByRole('link', { name: /^D02/ }).waitFor();
    // Words stay in the language in which they were written.
    await huang.getByText('長度檢驗需用高度規 G-005，目前逾期停用。').first().waitFor();
  });
});

async function tsaiReviews(people: Scene, base: string): Promise<void> {
  const { page } = await enterAs(people, base, 'Tsai Ming-che');
  await openFromInbox(page, 'Available', PO);
  await pick(page, 'Technical', 'Yes');
  await pick(page, 'Drawing complete', 'Yes');
  await pick(page, 'Risk', 'Low');
  await pick(page, 'Routing exists', 'Yes');
  await pick(page, 'Tooling needed', 'No');
  await complete(page, 'OK');
}

async function huangReviews(page: Page): Promise<void> {
  await openFromInbox(page, 'Available', PO);
  await pick(page, 'Price as quoted', 'Yes');
  await pick(page, 'Packing and label are fine', 'Yes');
  await pick(page, 'Delivery terms are fine', 'Yes');
  await complete(page, 'OK');
}

async function linReviews(page: Page): Promise<void> {
  await openFromInbox(page, 'Available', PO);
  await pick(page, 'Capacity', 'Yes');
  await type(page, 'Earliest finish', plantDay(10));
  await look(page, 'Bottleneck', 'CM-01', /CM-01/);
  await complete(page, 'OK');
}

async function luciaReviews(people: Scene, base: string): Promise<void> {
  const { page } = await enterInOwnLanguage(people, base, { name: 'Lucía Fernández', inbox: 'Tareas' });
  await openFromInbox(page, 'Disponibles', PO);
  await pick(page, 'Material', 'En stock');
  await type(page, 'Material disponible', plantDay(2));
  await pick(page, 'Necesita subcontratista', 'No');
  await complete(page, 'Conforme');
}

async function changReviews(people: Scene, base: string): Promise<void> {
  const { page } = await enterInOwnLanguage(people, base, { name: 'Chang Shu-fen', inbox: '待辦' });
  await openFromInbox(page, '可認領', PO);
  await pick(page, '可檢驗', '委外檢驗');
  await pick(page, '量具可用', '否');
  await pick(page, '需要首件', '是');
  await type(page, '抽樣計畫', 'Level II, AQL 1.0');
  await page.getByRole('checkbox', { name: '合格證明書' }).check();
  await type(page, '說明', '長度檢驗需用高度規 G-005，目前逾期停用。');
  await complete(page, '有條件');
}

/** A condition stands in the way of a plain yes, and the page says whose. */
async function decideOnConditions(page: Page): Promise<void> {
  await page.goto(new URL('/inbox', page.url()).href);
  await openFromInbox(page, 'Available', PO);
  await page.getByText('Accept is not offered:').waitFor();
  const accept = outcomeButton(page, 'Accept');
  expect(await accept.getAttribute('aria-disabled')).to.equal('true');
  expect(await accept.textContent()).to.include('Quality: Conditional');
  await type(page, 'Committed date', plantDay(20));
  await type(page, 'Conditions', 'The length report comes from an external laboratory.');
  await complete(page, 'Accept with conditions');
}

async function confirm(page: Page): Promise<void> {
  await page.goto(new URL('/inbox', page.url()).href);
  await openFromInbox(page, 'Available', PO);
  await attach(page, 'Evidence', 'confirmation.pdf');
  await type(page, 'Confirmed', typedMinutesAgo(5));
  await complete(page, 'Confirmed');
}
