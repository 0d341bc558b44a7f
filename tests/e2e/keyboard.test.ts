import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { outcomeButton } from './support/fill-form.ts';
import { openOrder } from './support/order-by-api.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

describe('by keyboard alone', () => {
  scene('sign in, find a task, be told what is missing, fill it in, complete it', async (people) => {
    // given
    const { base } = await sharedProduct();
    await openOrder(base, { po: 'KEYS-1', small: true, stand: 'intake' });
    const { page } = await people.visit(base, { language: 'en' });

    // when: she signs in and opens the task
    await tabTo(page, page.getByLabel('User name'));
    await page.keyboard.type('huang');
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type('gemba');
    await page.keyboard.press('Enter');
    // The sign-in takes the language of the person, which is Chinese.
    await page.getByRole('heading', { level: 1, name: '待辦' }).waitFor();
    await tabTo(page, page.getByRole('link', { name: /^可認領/ }));
    await page.keyboard.press('Enter');
    const row = page.getByRole('link', { name: /PO KEYS-1$/ });
    await row.waitFor();
    await tabTo(page, row);
    await page.keyboard.press('Enter');
    const complete = outcomeButton(page, '完整');
    await complete.waitFor();

    // then: the heading of the new page has the focus
    expect(await hasFocus(page.getByRole('heading', { level: 1 }))).to.equal(true);

    // when: nothing is filled in
    await tabTo(page, complete);
    await page.keyboard.press('Enter');

    // then: the summary has the focus, and leads to the first field
    const summary = page.getByRole('alert');
    expect(await hasFocus(summary)).to.equal(true);
    await tabTo(page, summary.getByRole('button').first());
    await page.keyboard.press('Enter');
    for (const group of await page.getByRole('radiogroup').all()) {
      await tabTo(page, group.getByRole('radio').first());
      await page.keyboard.press('Space');
    }
    await tabTo(page, complete);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /完整$/ }).waitFor();
    await tabTo(page, page.getByRole('link', { name: '開啟案件' }));
  });

  scene('single keys move in the inbox, open, and say what they do', async (people) => {
    // given
    const { base } = await sharedProduct();
    await openOrder(base, { po: 'KEYS-2', small: true, stand: 'intake' });
    await openOrder(base, { po: 'KEYS-3', small: true, stand: 'intake' });
    const { page } = await comeTo(people, base, { as: 'huang', path: '/inbox/available?sort=newest' });
    const last = page.getByRole('link', { name: /PO KEYS-3$/ });
    await last.waitFor();

    // when
    await page.keyboard.press('?');

    // then
    const keys = page.getByRole('dialog', { name: 'Keys of the inbox' });
    await keys.waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });

    // when
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');

    // then
    await page.getByRole('heading', { level: 1, name: /^Check the order .*PO KEYS-3$/ }).waitFor();
  });
});

const MOST_STEPS = 60;

/** Goes on with the tab key until the target has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string | null>(UNSEEN_FOCUS), 'the focus can be seen').to.equal(null);
  }
  throw new Error(`The tab key does not reach ${target}.`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}

/**
 * The element with the focus, if nothing shows that it has it.
 *
 * The ring may stand on the element, on what is drawn over it, or on the tile around it.
 */
const UNSEEN_FOCUS = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const around = [focused, focused.parentElement, focused.parentElement?.parentElement].filter(Boolean);
  const ringed = around.some((element) => [null, '::before', '::after'].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  }));
  return ringed ? null : focused.outerHTML.slice(0, 200);
})()`;
