import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { InstanceView } from '../../server/services/views/instance-view.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { openTestApi, type TestApi } from '../support/open-test-api.ts';
import { openApiPerson } from './support/api-person.ts';
import { checkAxe, overflow } from './support/check-axe.ts';
import { GAUGE_ROWS, MEASURED_LOT } from './support/measured-lot.ts';
import { scene } from './support/scene.ts';
import { comeTo, complete, taskPath } from './support/walk.ts';

const PAGE = join(PROJECT_ROOT, 'dist', 'page');
/** The smallest thing that a glove hits. */
const LEAST = 56;
/** The smallest PNG there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the quality checklist on a tablet', () => {
  let plant: TestApi;

  before(async () => {
    plant = await openTestApi(openMemoryStore(), Date.now(), PAGE);
    await plant.plant.library.publish(MEASURED_LOT, plant.clock.now());
    for (const row of GAUGE_ROWS)
      await plant.plant.store.putRecord({ register: 'gauges', id: String(row['id']), value: row });
  });

  after(() => plant.close());

  const begin = async (note: string): Promise<InstanceView> => {
    const ana = await openApiPerson(plant.base, 'ana');
    return ana.post<InstanceView>('/api/instances', { workflow: 'measured-lot', answers: { note } });
  };
  const tablet = { as: 'diego', width: 1024, height: 768, touch: true } as const;

  scene(
    'a lot is measured by fingers alone: judged as it is typed, counted by class, with a photo of what fails',
    async (people) => {
      // given
      const lot = await begin('L-2611-0311');
      const { page } = await comeTo(people, plant.base, { ...tablet, path: taskPath(lot, 'inspect') });
      const pad = page.getByRole('region', { name: 'Number pad' });
      await page.getByRole('textbox', { name: 'Journal Ø25 h6, piece 1' }).waitFor();

      // then: nothing is smaller than a glove, and a locked gauge says why
      expect(await smallTargets(page)).to.deep.equal([]);
      await page.getByText('G-LOCKED is locked').waitFor();
      const gauge = page.getByRole('combobox', { name: 'Gauge: Length' });
      expect(await gauge.locator('option').allTextContents()).to.deep.equal([
        'Choose another',
        'G-009 · Height gauge · 0–600 mm',
      ]);
      await gauge.selectOption('G-009');

      // when: the first piece is out of tolerance
      await page.getByRole('textbox', { name: 'Journal Ø25 h6, piece 1' }).tap();
      await tapKeys(page, '25.003');
      await pad.getByText('Out by +0.003 mm').waitFor();
      await page.getByText('Critical: 1 piece').waitFor();
      await page.getByText('Ac 0 · Re 1 · Re reached').waitFor();

      // then: sending without its photo leads there
      const picker = pad.locator('input[type=file]');
      await picker.setInputFiles({ name: 'journal.png', mimeType: 'image/png', buffer: DOT });
      await pad.getByRole('link', { name: 'journal.png' }).waitFor();
      expect(await smallTargets(page)).to.deep.equal([]);

      // when: everything else is good
      for (const keys of ['240.0', '0.008']) await nextValue(page, keys);
      await pad.getByRole('button', { name: 'Next value' }).tap();
      await pad.getByRole('button', { name: 'OK', exact: true }).tap();
      for (let piece = 2; piece <= 5; piece += 1) {
        await tapKeys(page, '24.994');
        for (const keys of ['240.0', '0.02']) await nextValue(page, keys);
        await pad.getByText('Within, at the limit').waitFor();
        if (piece < 5) await pad.getByRole('button', { name: 'Next value' }).tap();
        if (piece <= 3) await pad.getByRole('button', { name: 'OK', exact: true }).tap();
      }

      // then
      await page.getByText('18 of 18 values').waitFor();
      expect(await checkAxe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);
      await complete(page, 'Judge the lot');
      const diego = await openApiPerson(plant.base, 'diego');
      const { data } = await diego.get<InstanceView>(`/api/instances/${lot.id}`);
      expect(valuesOf(data, 0)).to.deep.equal([25.003, 24.994, 24.994, 24.994, 24.994]);
      expect(valuesOf(data, 2)).to.deep.equal([0.008, 0.02, 0.02, 0.02, 0.02]);
    },
  );

  scene('the same by keyboard: Enter goes on, arrows move, 1 and 0 judge, a draft is kept', async (people) => {
    // given
    const lot = await begin('L-2611-0312');
    const { page } = await comeTo(people, plant.base, { as: 'diego', path: taskPath(lot, 'inspect') });
    const cell = (name: string, piece: number) => page.getByLabel(`${name}, piece ${piece}`, { exact: true });
    await cell('Journal Ø25 h6', 1).focus();

    // when
    await page.keyboard.type('24.99');
    await page.keyboard.press('Enter');
    await page.keyboard.type('0.031');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('1');

    // then: the row of the locked gauge was passed over, and what is known is counted
    expect(await cell('Run-out', 1).inputValue()).to.equal('0.031');
    await page.getByText('4 of 18 values').waitFor();
    await page.getByText('Major: 1 piece').waitFor();
    await page.getByText('Minor: 1 piece').waitFor();
    expect(await cell('Journal Ø25 h6', 2).evaluate('document.activeElement?.getAttribute("aria-label")')).to.equal(
      'Journal Ø25 h6, piece 3',
    );

    // when
    await page.getByText('Draft saved').waitFor();
    await page.reload();

    // then
    await page.getByText('4 of 18 values').waitFor();
    expect(await cell('Run-out', 1).inputValue()).to.equal('0.031');
  });

  for (const language of ['es', 'zh-TW'] as const) {
    scene(`on a phone and in the dark axe finds nothing and nothing is cut off (${language})`, async (people) => {
      // given
      const lot = await begin(`L-${language}`);
      const coming = { as: 'diego', language, width: 390, dark: true, path: taskPath(lot, 'inspect') };

      // when
      const { page } = await comeTo(people, plant.base, coming);
      await page.locator('table input').first().waitFor();

      // then
      expect(await checkAxe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);
    });
  }
});

/** Presses keys of the pad one by one. */
async function tapKeys(page: Page, keys: string): Promise<void> {
  const pad = page.getByRole('region', { name: 'Number pad' });
  for (const key of keys)
    await pad.getByRole('button', { name: key === '.' ? 'Decimal sign' : key, exact: true }).tap();
}

async function nextValue(page: Page, keys: string): Promise<void> {
  await page.getByRole('button', { name: 'Next value' }).tap();
  await tapKeys(page, keys);
}

/** Everything on the page that can be pressed and is smaller than a glove needs. Links inside a sentence do not count. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(
    '#page button, #page a[href], #page select, #page input:not([type=file]), #page textarea, #page summary')]
    .filter((target) => target.checkVisibility() && target.closest('p, .gf-unseen') === null)
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < ${LEAST} || box.height < ${LEAST}))
    .map(({ target, box }) => (target.getAttribute('aria-label') ?? target.textContent).trim() + ' ' +
      Math.round(box.width) + ' × ' + Math.round(box.height))`);
}

function valuesOf(data: InstanceView['data'], row: number): readonly unknown[] {
  const inspect = data['inspect'] as unknown as {
    readonly measurements: readonly { readonly values: readonly { readonly value?: number }[] }[];
  };
  return inspect.measurements[row]?.values.map(({ value }) => value) ?? [];
}
