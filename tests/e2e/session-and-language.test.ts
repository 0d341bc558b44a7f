import { expect } from 'chai';
import { labelled, outcomeButton, pick, type } from './support/fill-form.ts';
import { openOrder } from './support/order-by-api.ts';
import { plantDay } from './support/plant-day.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo, complete, taskPath } from './support/walk.ts';

describe('what lasts while a person works', () => {
  scene('a session lost while typing: sign in where one stands, and every answer is there', async (people) => {
    // given
    const { base } = await sharedProduct();
    const order = await openOrder(base, { po: 'LOST-1', small: true, stand: 'delegated_review' });
    const path = taskPath(order, 'delegated_review');
    const { page, expectStatus } = await comeTo(people, base, { as: 'ana', path });
    await type(page, 'Finish', plantDay(10));
    await pick(page, 'Material is there', 'Yes');
    await pick(page, 'Capacity is there', 'Yes');
    await type(page, 'Comment', 'Two shifts.');

    // when
    await page.context().clearCookies();
    expectStatus(401);
    await outcomeButton(page, 'OK').click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByLabel('Password', { exact: true }).fill('gemba');
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await again.waitFor({ state: 'detached' });

    // then
    expect(await labelled(page, 'Comment').inputValue()).to.equal('Two shifts.');
    await complete(page, 'OK');
  });

  scene('another language speaks at once everywhere, and leaves what was typed', async (people) => {
    // given
    const { base } = await sharedProduct();
    const order = await openOrder(base, { po: 'LANG-1', small: false, stand: 'decide' });
    const { page } = await comeTo(people, base, { as: 'lin', path: taskPath(order, 'decide') });
    await type(page, 'Conditions', 'As agreed on the phone.');

    // when
    await page.getByRole('button', { name: /language, colours, sign out$/ }).click();
    await page.getByRole('menuitemradio', { name: 'Español' }).click();

    // then: the page's own words, those of the workflow, of the form and of the reasons
    await page.getByRole('heading', { level: 1, name: /^Decidir/ }).waitFor();
    await page.getByText('No se ofrece Aceptar:').waitFor();
    await page.getByText('Por laboratorio externo').waitFor();
    await outcomeButton(page, 'Aceptar con condiciones').waitFor();
    expect(await labelled(page, 'Condiciones').inputValue()).to.equal('As agreed on the phone.');
    expect(await page.locator('html').getAttribute('lang')).to.equal('es');

    // when
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Lin Chih-hao|林志豪/ }).click();
    await page.getByRole('menuitemradio', { name: '繁體中文' }).click();

    // then
    await page.getByRole('heading', { level: 1, name: /^做出決定/ }).waitFor();
    await page.getByText('委外檢驗').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).to.equal('zh-Hant-TW');
  });

  scene('a newcomer is asked nothing that is refused, and comes back signed in', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await people.visit(base);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    // when
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Emma Novak' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await page.reload();

    // then
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await page.getByRole('button', { name: 'Emma Novak' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
