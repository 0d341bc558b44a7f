import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openTarget, type TestTarget } from '../server/effects/http/open-target.ts';
import { checkAxe, overflow, pageHeight } from './support/check-axe.ts';
import { type } from './support/fill-form.ts';
import { openApiPerson } from './support/api-person.ts';
import { type ClockedPlant, openClockedPlant, type TestProcedure } from './support/open-clocked-plant.ts';
import { typedMinutesAgo } from './support/plant-day.ts';
import { scene } from './support/scene.ts';
import { comeTo, complete, enterInOwnLanguage } from './support/walk.ts';

const MINUTE = 60_000;

/** Tells another program, and ends by its answer. */
const tell = (port: number): TestProcedure => ({
  id: 'told-outside',
  description: 'Scrap is posted',
  meta: { owner: ['production_manager'], viewers: ['production_manager'] },
  states: {
    post: {
      description: 'Post the scrap',
      invoke: {
        src: 'http',
        input: { method: 'POST', url: `http://127.0.0.1:${port}/scrap`, body: '= {note: data.request.note}' },
        onDone: { target: 'posted' },
      },
    },
    posted: { description: 'Posted', type: 'final' },
  },
});

const CHECKED: TestProcedure = {
  id: 'checked-lot',
  description: 'A lot is checked',
  states: {
    check: {
      description: 'Check the lot',
      meta: { task: { form: 'note', roles: ['quality_engineer'], due: 'PT4H' } },
      on: { good: { description: 'Good', target: 'stored' } },
    },
    stored: { description: 'Stored', type: 'final' },
  },
};

const MEASURED: TestProcedure = {
  id: 'measured-lot',
  description: 'A lot is measured',
  states: {
    measure: {
      description: 'Measure the lot',
      meta: { task: { form: 'note', roles: ['qc_inspector'], due: 'PT1H', ladder: 'default' } },
      on: { measured: { description: 'Measured', target: 'stored' } },
    },
    stored: { description: 'Stored', type: 'final' },
  },
};

describe('time, effects and stand-ins, in the page', () => {
  let plant: ClockedPlant;
  let target: TestTarget;
  beforeEach(async () => {
    // The target takes the first request and dies over it, and is gone until a test starts it again.
    target = await openTarget((response) => void response.destroy());
    plant = await openClockedPlant(Date.now() - 150 * MINUTE, target.port);
  });
  afterEach(async () => {
    await plant.close();
    await target.close();
  });

  scene(
    '[IC1] [IC2] a target that was killed becomes an incident, which the owner retries in the page',
    async (people) => {
      // given: it dies over the request, and the effect gives up
      const started = await plant.begin(tell(target.port), 'Lot 88');
      const dead = target;
      await dead.close();
      await plant.pass(30);
      const { page } = await comeTo(people, plant.base, { as: 'lin', path: '/incidents' });
      const card = page.getByRole('listitem').filter({ hasText: 'Post the scrap' });
      await card.getByText(/gave up after 8 attempts/).waitFor();
      await expectSound(page);

      // when: it is there again, and the owner says so
      target = await openTarget((response) => void response.writeHead(200).end('{}'), dead.port);
      await card.getByRole('button', { name: 'Try again' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Try again' });
      // Whoever opened it can write at once.
      await dialog.locator('input:focus').waitFor();
      await page.keyboard.type('The ERP is back.');
      await expectSound(page);
      await page.keyboard.press('Enter');
      await page.getByText('Nothing has stopped').waitFor();
      await plant.pass(1);

      // then
      await page.goto(`${plant.base}/cases/${started.id}`);
      await page.getByRole('heading', { level: 1, name: 'Lot 88' }).waitFor();
      await page.getByText('“The ERP is back.”').waitFor();
      await page.getByText('Posted', { exact: true }).first().waitFor();
      const ids = [...dead.seen, ...target.seen].map(({ headers }) => headers['webhook-id']);
      expect([new Set(ids).size, dead.seen.length, target.seen.length]).to.deep.equal([1, 1, 1]);
      await expectSound(page);
    },
  );

  scene('[SI1] [SI4] who is away is stood in for: their task is found, done, and known for whom', async (people) => {
    // given: Chang says in the page that Diego acts for her
    await plant.begin(CHECKED, 'Lot 89');
    const { page: chang } = await comeTo(people, plant.base, { as: 'chang', path: '/people/U12' });
    await chang.getByLabel('Who stands in').selectOption('U13');
    await chang.getByLabel('From').fill(localTime(-1));
    await chang.getByLabel('Until').fill(localTime(3));
    await expectSound(chang);
    await chang.getByRole('button', { name: 'Add', exact: true }).click();
    await chang.getByText('Diego Ramírez acts').waitFor();

    // when: Diego finds it and does it
    const { page: diego } = await comeTo(people, plant.base, { as: 'diego', path: '/inbox/available' });
    await diego.getByRole('link', { name: /Lot 89/ }).press('Enter');
    await diego.getByText('Why me?').click();
    await diego.getByText(/stands in for Chang Shu-fen/).waitFor();
    await expectSound(diego);
    await type(diego, 'Note', 'Looked at for her.');
    await complete(diego, 'Good');

    // then
    await diego
      .getByRole('link', { name: /^Open the case|CHE-/ })
      .first()
      .click();
    await diego.getByText('For Chang Shu-fen.').waitFor();
    await expectSound(diego);
  });

  scene(
    '[LD4] [ML4] nobody does it: level by level more are told, each in their language, up to the top',
    async (people) => {
      // given: Diego has it, and lets it lie
      const started = await plant.begin(MEASURED, 'Lot 90');
      const lazy = await openApiPerson(plant.base, 'diego');
      await lazy.post(`/api/tasks/${started.tasks[0]?.id}/claim`, {});

      // when: all levels but the last have come
      await plant.pass(150);

      // then: the plant manager reads it in Spanish, and in the case who is told next
      const { page: javier } = await enterInOwnLanguage(people, plant.base, { name: 'Javier Ortega', inbox: 'Tareas' });
      await readNotification(javier, { panel: 'Avisos', news: /Escalada a usted: Measure the lot/ });
      await javier.getByText(/Chen Mei-ling/).waitFor();
      await expectSound(javier);

      // when: the last one comes while the general manager has her inbox open
      const { page: mei } = await enterInOwnLanguage(people, plant.base, { name: 'Chen Mei-ling', inbox: '待辦' });
      await plant.pass(30);

      // then
      await readNotification(mei, { panel: '通知', news: /已升級至您：Measure the lot/ });
      expect(plant.mails.map(({ to, header }) => `${to[0]?.split('@')[0]}: ${header('subject')[0]}`)).to.have.members([
        'diego: Recordatorio: Measure the lot (MEA-001)',
        'diego: Vencida: Measure the lot (MEA-001)',
        'chang: 逾期：Measure the lot（MEA-001）',
        'chang: 已升級至您：Measure the lot（MEA-001）',
        'javier: Escalada a usted: Measure the lot (MEA-001)',
        'mei: 已升級至您：Measure the lot（MEA-001）',
      ]);
    },
  );
});

/** Opens what one was told, and goes to its case. */
async function readNotification(page: Page, told: { readonly panel: string; readonly news: RegExp }): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${told.panel}`) }).click();
  const link = page.getByRole('dialog', { name: told.panel }).getByRole('link', { name: told.news });
  await link.first().waitFor();
  await expectSound(page);
  await link.first().click();
  await page.getByRole('heading', { level: 1, name: 'Lot 90' }).waitFor();
}

/** A day from now as the field of the page takes it, on the plant's clock. */
function localTime(days: number): string {
  return typedMinutesAgo(-days * 24 * 60);
}

/** Nothing that axe finds and nothing beside the window, on a desk by day and on a phone in the dark. */
async function expectSound(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    // As high as the page: what a bar covers now and not after scrolling is no small target.
    await page.setViewportSize({ width, height: await pageHeight(page) });
    expect(await checkAxe(page), `${width} px, ${colorScheme}`).to.deep.equal([]);
    expect(await overflow(page), `${width} px`).to.equal(0);
  }
}
