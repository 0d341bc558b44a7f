import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openOrder } from './support/order-by-api.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');

describe('the board, the catalogue and the lot', () => {
  scene('cases stand on the board by step; the keyboard goes from card to card and opens one', async (people) => {
    // given
    const { base } = await sharedProduct();
    await openOrder(base, { po: 'BOARD-1', small: true, stand: 'intake' });
    await openOrder(base, { po: 'BOARD-2', small: true, stand: 'intake' });
    await openOrder(base, { po: 'BOARD-3', small: true, stand: 'decide' });
    const { page } = await comeTo(people, base, { as: 'huang', path: '/cases' });

    // when
    await page.getByRole('button', { name: 'As a board' }).click();
    await page.getByRole('menuitem', { name: 'Customer order review' }).click();
    const intake = page.getByRole('region', { name: /^Check the order/ });
    await intake.getByRole('link').first().focus();
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');

    // then
    const second = await focused(page);
    expect(second).to.not.equal(first);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).to.not.be.oneOf([first, second]);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).to.be.oneOf([first, second]);

    // when
    const shown = await page.getByRole('region').count();
    await page.getByRole('button', { name: 'Steps without cases, too' }).click();
    expect(await page.getByRole('region').count()).to.be.greaterThan(shown);
    await page.getByRole('link', { name: /BOARD-3/ }).press('Enter');

    // then
    await page.getByRole('heading', { level: 1, name: /BOARD-3/ }).waitFor();
  });

  scene('on a phone the next step of the board is a swipe away', async (people) => {
    // given
    const { base } = await sharedProduct();
    await openOrder(base, { po: 'BOARD-4', small: true, stand: 'intake' });

    // when
    const { page } = await comeTo(people, base, { as: 'huang', path: '/cases/board/order-review', width: 390 });
    await page.getByRole('link', { name: /BOARD-4/ }).waitFor();

    // then
    const snap = await page.evaluate<string>(
      'getComputedStyle(document.querySelector("main section").parentElement).scrollSnapType',
    );
    expect(snap).to.equal('x mandatory');
  });

  scene('what one may start comes first, the rest by department, and words find both', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'huang', path: '/start' });

    // then
    await page.getByRole('heading', { level: 2, name: 'For you' }).waitFor();
    await page.getByRole('link', { name: 'Customer order review' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Quality' }).waitFor();

    // when
    await page.getByRole('searchbox', { name: /^Find a procedure/ }).fill('workshop material');

    // then
    await page.getByRole('heading', { level: 3, name: 'Quality' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 3, name: 'Warehouse' }).waitFor();
  });

  scene(
    'a lot shows where it comes from and where it went, as a picture and as a list, by keyboard',
    async (people) => {
      // given
      const { base } = await sharedProduct();
      const { page } = await comeTo(people, base, { as: 'lin', path: '/lots/LOT-2611-001' });
      const picture = page.getByRole('group', { name: /^Picture of the tree/ });

      // when
      await picture.getByRole('link', { name: /^LOT-2610-022/ }).focus();
      await page.keyboard.press('Enter');

      // then
      await page.getByRole('heading', { level: 1, name: 'LOT-2610-022' }).waitFor();
      await page.getByText('As a list').click();
      await page.getByRole('list').getByRole('link', { name: 'LOT-2611-001' }).click();
      await page.getByRole('heading', { level: 1, name: 'LOT-2611-001' }).waitFor();
      await page.getByText('Nothing holds this lot.').waitFor();
    },
  );
});
