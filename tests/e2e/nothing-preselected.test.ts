import { expect } from 'chai';
import { openOrder } from './support/order-by-api.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo, taskPath } from './support/walk.ts';

/** Every control that says something although nobody has touched the form. */
const ANSWERED = `[...document.querySelectorAll('[data-form] :is(input, select, textarea)')]
  .filter((control) => ['radio', 'checkbox'].includes(control.type) ? control.checked : control.value !== '')
  .map((control) => control.id + ' ' + control.value)`;

describe('forms', () => {
  scene('nothing is answered before a person answers it', async (people) => {
    // given: the start form, and the tasks of four cases at different places
    const { base } = await sharedProduct();
    const small = { small: true } as const;
    const large = { small: false } as const;
    const [intake, delegated, reviews, decide, approve] = await Promise.all([
      openOrder(base, { ...small, po: 'NONE-1', stand: 'intake' }),
      openOrder(base, { ...small, po: 'NONE-3', stand: 'delegated_review' }),
      openOrder(base, { ...large, po: 'NONE-4', stand: 'reviews' }),
      openOrder(base, { ...large, po: 'NONE-5', stand: 'decide' }),
      openOrder(base, { ...small, po: 'NONE-6', stand: 'approve' }),
    ]);
    const forms: readonly (readonly [login: string, path: string])[] = [
      ['huang', '/start/order-review'],
      ['huang', taskPath(intake, 'intake')],
      ['huang', taskPath(reviews, 'mk_review')],
      ['ana', taskPath(delegated, 'delegated_review')],
      ['tsai', taskPath(reviews, 'pd_review')],
      ['lin', taskPath(reviews, 'pr_review')],
      ['lucia', taskPath(reviews, 'mc_review')],
      ['chang', taskPath(reviews, 'qc_review')],
      ['lin', taskPath(decide, 'decide')],
      ['javier', taskPath(approve, 'approve')],
    ];

    for (const [as, path] of forms) {
      // when
      const { page } = await comeTo(people, base, { as, path });
      await page.locator('[data-form] [data-field]').first().waitFor();

      // then
      expect(await page.evaluate<string[]>(ANSWERED), `${as} at ${path}`).to.deep.equal([]);
      await page.close();
    }
  });
});
