import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openApiPerson } from './support/api-person.ts';
import { checkAxe, overflow } from './support/check-axe.ts';
import { openOrder } from './support/order-by-api.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

describe('an inbox that is narrowed, and what is stuck', () => {
  scene(
    'F, words and a procedure narrow a box; the address shows another the same; all is shown again',
    async (people) => {
      // given
      const { base } = await sharedProduct();
      await openOrder(base, { po: 'NARROW-1', small: false, stand: 'reviews' });
      await openOrder(base, { po: 'NARROW-2', small: false, stand: 'reviews' });
      const { page } = await comeTo(people, base, { as: 'lin', path: '/inbox/available' });
      await page.getByRole('link', { name: /PO NARROW-1$/ }).waitFor();

      // when
      await page.keyboard.press('f');
      await page.keyboard.type('narrow-2');
      await page.getByRole('combobox', { name: 'Procedure' }).selectOption({ label: 'Customer order review' });

      // then
      await page.getByRole('link', { name: /PO NARROW-1$/ }).waitFor({ state: 'detached' });
      await page.waitForURL(/q=narrow-2/);
      const { pathname, search } = new URL(page.url());
      const other = await comeTo(people, base, { as: 'lin', path: pathname + search, width: 390 });
      await other.page.getByRole('link', { name: /PO NARROW-2$/ }).waitFor();
      expect(await rowsOf(other.page)).to.equal(1);

      // when: another box has no such task
      await page.getByRole('link', { name: /^Overdue/ }).click();
      await page.getByRole('heading', { name: 'No task in this box is like that' }).waitFor();
      expect([...(await checkAxe(page)), await overflow(page)]).to.deep.equal([0]);
      await page.getByRole('link', { name: 'Show all' }).click();

      // then
      await page.waitForURL(/\/inbox\/overdue$/);
      expect(await page.getByRole('searchbox', { name: 'Number or subject' }).inputValue()).to.equal('');
    },
  );

  scene('a message that nobody took is shown to whom it concerns, and waits again', async (people) => {
    // given
    const { base } = await sharedProduct();
    const admin = await openApiPerson(base, 'admin');
    const sent = { workflow: 'order-review', key: 'NO-SUCH-ORDER', type: 'po_changed', data: {}, waitHours: 0 };
    await admin.post('/api/messages', { id: 'e2e-vain', ...sent });
    const { page } = await comeTo(people, base, { as: 'javier', path: '/incidents' });
    const messages = page.getByRole('region', { name: 'Messages that nobody took' });

    // when
    await messages.getByText('for NO-SUCH-ORDER').waitFor();
    await messages.getByRole('button', { name: 'Let it wait again' }).press('Enter');

    // then
    await messages.getByText('It waits again').waitFor();
    await messages.getByText('None.').waitFor();
    expect(await page.getByRole('heading', { name: 'Mails that could not be sent' }).count()).to.equal(0);
    const { page: hers } = await comeTo(people, base, { as: 'lin', path: '/incidents' });
    await hers.getByRole('heading', { level: 1 }).waitFor();
    expect(await hers.getByRole('heading', { name: 'Messages that nobody took' }).count()).to.equal(0);
  });
});

function rowsOf(page: Page): Promise<number> {
  return page.locator('[data-task]').count();
}
