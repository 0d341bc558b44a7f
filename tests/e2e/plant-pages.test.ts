import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openApiPerson } from './support/api-person.ts';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

describe('people, ladders, calendars and settings in the page', () => {
  scene('a person says who stands in, sees it in the list, and ends it', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'rosa', path: '/people' });

    // when: she finds herself and adds an absence of this week
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('rosa');
    await page.getByRole('link', { name: 'Rosa Jiménez' }).click();
    await page.getByText('Nothing is planned.').waitFor();
    await page.getByLabel('Who stands in').selectOption({ label: 'Liao Yu-hsuan · Workshop' });
    await page.getByLabel('Note').fill('family');
    await fillMoments(page, -1, 5);
    await page.getByRole('button', { name: 'Add', exact: true }).click();

    // then
    await page.getByText('It is stored.').waitFor();
    await page.getByText('Liao Yu-hsuan acts').waitFor();
    await page.getByRole('link', { name: 'People' }).first().click();
    await page.getByRole('row', { name: /Rosa Jiménez.*Away.*Liao Yu-hsuan acts/ }).waitFor();

    // when: she comes back early
    await page.getByRole('link', { name: 'Rosa Jiménez' }).click();
    await page.getByRole('button', { name: 'End now' }).click();

    // then: it can still be read
    await page.getByText('Nothing is planned.').waitFor();
    await page.getByText('One that is over').click();
    await page.getByText('family').waitFor();
  });

  scene('who stands in and is away is said before, and an overlap is refused in words', async (people) => {
    // given: Diego is away, and Chang has Hsu standing in
    const { base } = await sharedProduct();
    const [diego, chang] = await Promise.all([openApiPerson(base, 'diego'), openApiPerson(base, 'chang')]);
    const range = { fromAt: daysFromNow(1), untilAt: daysFromNow(3), kind: 'absence', note: '' };
    await diego.post('/api/stand-ins', { person: 'U13', standIn: 'U07', ...range });
    await chang.post('/api/stand-ins', { person: 'U12', standIn: 'U14', ...range });
    const { page, expectStatus } = await comeTo(people, base, { as: 'chang', path: '/people/U12' });
    expectStatus(400);

    // when
    await page.getByLabel('Who stands in').selectOption('U13');
    await fillMoments(page, 1, 2);

    // then
    await page.getByText('Diego Ramírez is away for a part of that time.').waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('alert').getByText('Hsu Po-han stands in already').waitFor();
  });

  scene('a plant manager changes a ladder: the problem stands at its field, the change in the list', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page, expectStatus } = await comeTo(people, base, { as: 'javier', path: '/settings' });
    expectStatus(400);
    await page.getByRole('button', { name: 'Change: Follow-up outside the plant' }).click();
    const form = page.getByRole('form', { name: 'Follow-up outside the plant' });

    // when
    await form.getByLabel('After').first().fill('soon');
    await form.getByLabel('Why').fill('customers answer faster');
    await form.getByRole('button', { name: 'Save the change' }).click();

    // then
    await form.getByText('"soon" is neither a share').first().waitFor();
    expect(await form.getByLabel('After').first().getAttribute('aria-invalid')).to.equal('true');

    // when
    await form.getByLabel('After').first().fill('P1D');
    await form.getByRole('button', { name: 'Save the change' }).click();

    // then
    const card = page.getByRole('region', { name: 'Follow-up outside the plant' });
    await card.getByText('1 working day after opening').waitFor();
    await card.getByText('Earlier changes').click();
    await card.getByText('customers answer faster').waitFor();
  });

  scene('a day becomes a holiday in the month, and the week stays', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'javier', path: '/settings/calendars?id=floor-1shift' });
    await page.getByRole('button', { name: 'Month after' }).click();
    const day = page.locator('[data-date]').filter({ hasText: '8 h' }).first();
    const date = (await day.getAttribute('data-date')) ?? '';

    // when: the keys go to it from the day before
    await page.locator('[data-date]').first().focus();
    await goTo(page, date);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Holiday', exact: true }).click();
    await page.getByText('1 change is not stored yet').waitFor();
    await page.getByLabel('Why').fill('stocktaking');
    await page.getByRole('button', { name: 'Save the change' }).click();

    // then
    await page.getByText('1 change is not stored yet').waitFor({ state: 'detached' });
    const admin = await openApiPerson(base, 'admin');
    const stored = await admin.get<{ readonly holidays: readonly string[] }>('/api/plant/calendars/floor-1shift');
    expect(stored.holidays).to.include(date);
  });

  scene('a limit is changed by keyboard alone, as the reader writes numbers', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'javier', language: 'es', path: '/settings/values' });
    const change = page.getByRole('button', { name: 'Cambiar: Tipos de cambio a EUR' });
    await change.waitFor();

    // when
    await change.press('Enter');
    const form = page.getByRole('form', { name: 'Tipos de cambio a EUR' });
    await form.getByLabel('USD').press('ControlOrMeta+a');
    await page.keyboard.type('0,915');
    await form.getByLabel('Motivo').press('End');
    await page.keyboard.type('cierre del mes');
    await page.keyboard.press('Enter');

    // then
    await page.getByText('Guardado.').waitFor();
    await page.getByText('0,915').waitFor();
  });
});

/** Goes to a day of the month with the arrow keys. */
async function goTo(page: Page, date: string): Promise<void> {
  const days = Number(date.slice(8)) - 1;
  for (let down = 0; down < Math.floor(days / 7); down += 1) await page.keyboard.press('ArrowDown');
  for (let right = 0; right < days % 7; right += 1) await page.keyboard.press('ArrowRight');
}

/** Types a range of days from now into the two fields of moments. */
async function fillMoments(page: Page, from: number, until: number): Promise<void> {
  const local = (days: number): string => daysFromNow(days).slice(0, 16);
  await page.getByLabel('From').fill(local(from));
  await page.getByLabel('Until').fill(local(until));
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
