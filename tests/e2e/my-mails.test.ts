import { expect } from 'chai';
import { checkAxe, overflow } from './support/check-axe.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

describe('which mails a person gets', () => {
  scene('is chosen from the menu of the person, by keyboard, and is still so later', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'rosa', path: '/inbox' });

    // when
    await page.getByRole('button', { name: /Rosa Jiménez/ }).click();
    await page.getByRole('menuitem', { name: 'My mails' }).press('Enter');
    const daily = page.getByRole('checkbox', { name: /Once a day/ });
    await page.getByText('rosa@norte-metalworks.example').waitFor();
    await daily.press('Space');

    // then
    await page.getByText('It is stored.').waitFor();
    for (const width of [1280, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect([...(await checkAxe(page)), await overflow(page)], `${width} ${colorScheme}`).to.deep.equal([0]);
      }
    await page.reload();
    await daily.waitFor();
    expect(await daily.isChecked()).to.equal(false);
    expect(await page.getByRole('checkbox', { name: /At once/ }).isChecked()).to.equal(true);
  });
});
