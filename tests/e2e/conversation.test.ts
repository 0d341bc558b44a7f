import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { checkAxe, overflow } from './support/check-axe.ts';
import { labelled, outcomeButton, pick, type } from './support/fill-form.ts';
import { openOrder } from './support/order-by-api.ts';
import { plantDay } from './support/plant-day.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo, complete, taskPath } from './support/walk.ts';

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const saved = (page: Page) => page.getByText(/^Draft saved/).waitFor();

describe('half-filled forms, and what people say', () => {
  scene('a reload, a second tab and an ended session lose nothing that was typed', async (people) => {
    // given
    const { base } = await sharedProduct();
    const order = await openOrder(base, { po: 'DRAFT-1', small: true, stand: 'delegated_review' });
    const path = taskPath(order, 'delegated_review');
    const { page, expectStatus } = await comeTo(people, base, { as: 'ana', path });
    await type(page, 'Finish', plantDay(10));
    await type(page, 'Comment', 'Two shifts.');

    // when: the page is loaded anew before anything was saved
    await page.reload();

    // then
    await labelled(page, 'Comment').waitFor();
    expect(await labelled(page, 'Comment').inputValue()).to.equal('Two shifts.');
    await saved(page);

    // when: a second tab opens it and writes later
    const second = await page.context().newPage();
    await second.goto(base + path);
    await labelled(second, 'Comment').waitFor();
    expect(await labelled(second, 'Comment').inputValue()).to.equal('Two shifts.');
    await type(second, 'Comment', 'Three shifts.');
    await second.getByText(/^Draft is being saved|^Draft kept/).waitFor();
    await saved(second);
    expectStatus(409);
    await type(page, 'Comment', 'One shift.');

    // then: both are there until the person has chosen
    await page.getByText(/^Changed in another tab at/).waitFor();
    expect(await labelled(page, 'Comment').inputValue()).to.equal('One shift.');
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.getByText(/^Changed in another tab at/).waitFor({ state: 'detached' });
    expect(await labelled(page, 'Comment').inputValue()).to.equal('Three shifts.');
    await second.close();

    // when: the session ends while typing
    await page.context().clearCookies();
    expectStatus(401);
    await type(page, 'Comment', 'Three shifts, from Monday.');
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByLabel('Password', { exact: true }).fill('gemba');
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await again.waitFor({ state: 'detached' });

    // then: it is saved at once, and is still there after loading anew
    await saved(page);
    await page.reload();
    await labelled(page, 'Comment').waitFor();
    expect(await labelled(page, 'Comment').inputValue()).to.equal('Three shifts, from Monday.');
    await pick(page, 'Material is there', 'Yes');
    await pick(page, 'Capacity is there', 'Yes');
    await complete(page, 'OK');
  });

  scene('a start form is kept until the case is started', async (people) => {
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'huang', path: '/start/order-review' });
    await labelled(page, 'Payment terms').fill('30 days net, half in advance');
    await saved(page);
    await page.reload();
    await labelled(page, 'Payment terms').waitFor();
    expect(await labelled(page, 'Payment terms').inputValue()).to.equal('30 days net, half in advance');

    // when: it is kept after all, then taken away
    const ask = page.getByRole('dialog', { name: 'Discard this draft?' });
    await page.getByRole('button', { name: 'Discard draft' }).click();
    expect(await checkAxe(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await ask.waitFor({ state: 'detached' });
    expect(await labelled(page, 'Payment terms').inputValue()).to.equal('30 days net, half in advance');
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await ask.getByRole('button', { name: 'Discard draft' }).click();
    await ask.waitFor({ state: 'detached' });

    // then: the form is empty, here and after loading anew, and the focus stands at its heading
    expect(await labelled(page, 'Payment terms').inputValue()).to.equal('');
    expect(await page.evaluate('document.activeElement.tagName')).to.equal('H1');
    await page.reload();
    await labelled(page, 'Payment terms').waitFor();
    expect(await labelled(page, 'Payment terms').inputValue()).to.equal('');
    expect(await page.getByRole('button', { name: 'Discard draft' }).count()).to.equal(0);
  });

  scene('somebody is mentioned by keyboard, is told, and sees comment and picture at once', async (people) => {
    // given: two who see the case
    const { base } = await sharedProduct();
    const order = await openOrder(base, { po: 'TALK-1', small: false, stand: 'decide' });
    const path = `/cases/${order.id}`;
    const { page: huang } = await comeTo(people, base, { as: 'huang', path });
    const { page: lin } = await comeTo(people, base, { as: 'lin', path: taskPath(order, 'decide') });
    await lin.getByText('Nobody has said anything yet.').waitFor();

    // when
    const [attaching] = await Promise.all([
      huang.waitForEvent('filechooser'),
      huang.getByRole('button', { name: 'Attach a file' }).click(),
    ]);
    await attaching.setFiles({ name: 'gauge.png', mimeType: 'image/png', buffer: PIXEL });
    await huang.getByRole('button', { name: 'Remove gauge.png' }).waitFor();
    const box = huang.getByLabel('Write a comment');
    await box.click();
    await huang.keyboard.type('Please look, @lin');
    await huang.getByRole('option', { name: /^Lin/ }).waitFor();
    expect(await checkAxe(huang)).to.deep.equal([]);
    await huang.keyboard.press('Enter');
    await huang.keyboard.type('<b>today</b>');

    // then: a reload loses neither words nor file
    await huang.reload();
    await huang.getByRole('button', { name: 'Remove gauge.png' }).waitFor();
    expect(await box.inputValue()).to.match(/^Please look, @Lin .*<b>today<\/b>$/);

    // when
    await box.press('Control+Enter');

    // then: text is text, here and on the task page of whoever decides
    await huang.getByText(/^Please look, @Lin .*<b>today<\/b>$/).waitFor();
    await lin.getByText(/^Please look, @Lin .*<b>today<\/b>$/).waitFor();
    await lin
      .getByRole('listitem')
      .getByRole('link', { name: /^gauge\.png/ })
      .waitFor();
    expect(await box.inputValue()).to.equal('');
    await lin.getByRole('button', { name: /^Notifications/ }).click();
    await lin
      .getByRole('dialog', { name: 'Notifications' })
      .getByText(/mentions you in/)
      .waitFor();
    await lin.keyboard.press('Escape');
    await outcomeButton(lin, 'Accept with conditions').waitFor();

    // when
    const [chooser] = await Promise.all([
      huang.waitForEvent('filechooser'),
      huang.getByRole('button', { name: 'Take a photo' }).click(),
    ]);
    await chooser.setFiles({ name: 'scratch.png', mimeType: 'image/png', buffer: PIXEL });

    // then
    const picture = huang.getByRole('img', { name: 'scratch.png' });
    await picture.waitFor();
    await huang.waitForFunction('document.querySelector("img[alt=\'scratch.png\']").naturalWidth > 0');
    for (const dark of [false, true]) {
      await huang.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await huang.setViewportSize({ width: 390, height: 800 });
      expect(await checkAxe(huang)).to.deep.equal([]);
      expect(await overflow(huang)).to.be.at.most(0);
    }
  });
});
