import { expect } from 'chai';
import { addPerson } from './support/add-person.ts';
import { labelled, outcomeButton, pick, type } from './support/fill-form.ts';
import { openOrder } from './support/order-by-api.ts';
import { plantDay } from './support/plant-day.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo, complete, taskPath } from './support/walk.ts';

describe('several people at once', () => {
  scene('of two on one task the second sees who was first, and keeps what was typed', async (people) => {
    // given: two planners before the same task; the second hears nothing of changes
    const product = await sharedProduct();
    const { base } = product;
    const password = 'eva and ana';
    await addPerson(product, {
      login: 'eva',
      name: 'Eva Lind',
      department: 'PR',
      roles: 'production_planner',
      password,
    });
    const order = await openOrder(base, { po: 'TWO-1', small: true, stand: 'delegated_review' });
    const path = taskPath(order, 'delegated_review');
    const { page: ana } = await comeTo(people, base, { as: 'ana', path });
    const { page: eva, expectStatus } = await comeTo(people, base, { as: 'eva', password, path });
    await eva.context().route('**/api/stream', (route) => route.fulfill({ status: 204 }));
    await eva.reload();
    for (const page of [ana, eva]) {
      await type(page, 'Finish', plantDay(10));
      await pick(page, 'Material is there', 'Yes');
      await pick(page, 'Capacity is there', 'Yes');
    }
    await type(eva, 'Comment', 'Written by Eva.');

    // when
    await complete(ana, 'OK');
    expectStatus(409);
    await outcomeButton(eva, 'OK').click();

    // then
    await eva.getByText(/^Completed by Ana Torres/).waitFor();
    await eva.getByText(/What you typed was not sent\. It is still on this page\./).waitFor();
    expect(await labelled(eva, 'Comment').inputValue()).to.equal('Written by Eva.');
    expect(await outcomeButton(eva, 'OK').count(), 'nothing more can be sent').to.equal(0);
  });

  scene('a task that is taken shows its holder at once in the other window', async (people) => {
    // given
    const { base } = await sharedProduct();
    const order = await openOrder(base, { po: 'TAKE-1', small: true, stand: 'intake' });
    const path = taskPath(order, 'intake');
    const { page: one } = await comeTo(people, base, { as: 'huang', path });
    const { page: other } = await comeTo(people, base, { as: 'huang', path: `/cases/${order.id}` });
    await other.getByText('Sales representative', { exact: true }).waitFor();

    // when
    await one.getByRole('button', { name: 'Take' }).click();

    // then
    await other.getByText('Sales representative · has it open').waitFor();
  });

  scene('a task appears in an open inbox without moving the list, and a notification arrives', async (people) => {
    // given
    const { base } = await sharedProduct();
    await openOrder(base, { po: 'LIVE-0', small: true, stand: 'decide' });
    const { page } = await comeTo(people, base, { as: 'lin', path: '/inbox/available' });
    await page.getByRole('link', { name: /PO LIVE-0$/ }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();

    // when: another order comes in while the page stands open
    await openOrder(base, { po: 'LIVE-1', small: true, stand: 'decide' });

    // then: it is announced, and comes when asked
    await page.getByRole('button', { name: /new task/ }).click();
    await page.getByRole('link', { name: /PO LIVE-1$/ }).waitFor();

    // when: a third one is approved, which production is told
    await openOrder(base, { po: 'LIVE-2', small: true, stand: 'approved' });

    // then
    await page.getByRole('button', { name: /^Notifications/ }).click();
    const told = page.getByRole('dialog', { name: 'Notifications' }).getByRole('link', { name: /LIVE-2/ });
    await told.click();
    await page.getByRole('heading', { level: 1, name: /PO LIVE-2$/ }).waitFor();
  });
});
