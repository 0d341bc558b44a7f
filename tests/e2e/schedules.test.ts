import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Bundle } from '../../engine/model/version.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { openTestApi, type TestApi } from '../support/open-test-api.ts';
import { checkAxe, overflow, pageHeight } from './support/check-axe.ts';
import { scene } from './support/scene.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A plant with a morning round: one time kept, then days without a server. */
async function openRounds(): Promise<TestApi> {
  const now = Date.now();
  const api = await openTestApi(openMemoryStore(), now - 9 * DAY, join(PROJECT_ROOT, 'dist', 'page'));
  const fixture = join(PROJECT_ROOT, 'tests', 'fixtures', 'schedules', 'morning-round.json');
  await api.plant.library.publish(JSON.parse(await readFile(fixture, 'utf8')) as Bundle, api.clock.now());
  await api.plant.scheduler.tick();
  for (let hour = 0; hour < 4 * 24 * 60; hour += 1) {
    api.clock.move(60_000);
    if (api.clock.now() % HOUR === 0 || hour % 30 === 0) await api.plant.scheduler.tick();
  }
  api.clock.set(now);
  await api.plant.scheduler.tick();
  return api;
}

describe('the page of schedules', () => {
  let api: TestApi;
  before(async () => {
    api = await openRounds();
  });
  after(() => api.close());

  for (const language of ['en', 'es', 'zh-TW'] as const) {
    scene(`says when procedures start and why late, without a mouse, at any width (${language})`, async (people) => {
      const screens = [
        { width: 1280, dark: false },
        { width: 390, dark: true },
        { width: 1280, dark: true },
        { width: 390, dark: false },
      ];
      for (const { width, dark } of screens) {
        // given
        const { page } = await people.visit(api.base, { as: 'chang', path: '/schedules', language, width, dark });
        const mornings = page.locator('main li').filter({ hasText: 'mornings' }).first();
        const shows = mornings.locator('button[aria-expanded]').first();
        await shows.waitFor();

        // when
        await shows.focus();
        await page.keyboard.press('Enter');
        await mornings.locator('ul li').nth(3).waitFor();

        // then: all at once, since a link that lies half behind the bar at the bottom is no small one
        await page.setViewportSize({ width, height: await pageHeight(page) });
        expect(await checkAxe(page)).to.deep.equal([]);
        expect(await overflow(page)).to.equal(0);
      }
    });
  }

  scene('the owner pauses and resumes a schedule', async (people) => {
    const { page } = await people.visit(api.base, { as: 'chang', path: '/schedules', language: 'en' });
    const card = page.locator('main li').filter({ hasText: 'mornings' }).first();
    await card.getByRole('button', { name: 'Pause' }).click();
    await card.getByText('Paused by').waitFor();
    await card.getByRole('button', { name: 'Resume' }).click();
    await card.getByText('On', { exact: true }).waitFor();
  });
});
