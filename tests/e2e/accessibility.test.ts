import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { checkAxe, overflow, pageHeight, rest } from './support/check-axe.ts';
import { sharedProduct } from './support/products.ts';
import { type Scene, scene } from './support/scene.ts';
import { openSights, type Sight } from './support/sights.ts';

const SCREENS = [
  { width: 1280, dark: false },
  { width: 1280, dark: true },
  { width: 390, dark: true },
  { width: 390, dark: false },
] as const;

describe('every page, for everybody', () => {
  for (const language of ['en', 'es', 'zh-TW'] as const) {
    scene(
      `axe finds nothing, light and dark, desk and phone, and no page is wider than the phone (${language})`,
      async (people) => {
        // given: everybody who looks, on two tours at a time, which is what two cores can do
        const { base } = await sharedProduct();
        const lookers = [...groupByPerson(await sightsOf(base)).values()];
        const tours = [lookers.filter((_, at) => at % 2 === 0), lookers.filter((_, at) => at % 2 === 1)];

        // when
        const found = await Promise.all(
          tours.map(async (groups) => {
            const lines: string[] = [];
            for (const sights of groups) lines.push(...(await lookAt(people, base, { language, sights })));
            return lines;
          }),
        );

        // then
        expect(found.flat()).to.deep.equal([]);
      },
    );
  }
});

let known: Promise<readonly Sight[]> | undefined;

/** The cases are made once, for all languages. */
function sightsOf(base: string): Promise<readonly Sight[]> {
  known ??= openSights(base);
  return known;
}

function groupByPerson(sights: readonly Sight[]): ReadonlyMap<string | undefined, readonly Sight[]> {
  const groups = new Map<string | undefined, Sight[]>();
  for (const sight of sights) groups.set(sight.as, [...(groups.get(sight.as) ?? []), sight]);
  return groups;
}

interface Looking {
  readonly language: 'en' | 'es' | 'zh-TW';
  /** All of one person. */
  readonly sights: readonly Sight[];
}

/** One person goes from sight to sight, and looks at each on every screen. */
async function lookAt(people: Scene, base: string, { language, sights }: Looking): Promise<readonly string[]> {
  const as = sights[0]?.as;
  const { page, expectStatus } = await people.visit(base, { language, ...(as === undefined ? {} : { as }) });
  const found: string[] = [];
  for (const sight of sights) {
    if (sight.status !== undefined) expectStatus(sight.status);
    await page.setViewportSize({ width: 1280, height: 800 });
    await goOn(page, sight.path);
    await sight.before?.(page);
    await page.locator(sight.until).first().waitFor();
    for (const screen of SCREENS) found.push(...(await lookOn(page, screen)).map((line) => `${sight.name}, ${line}`));
  }
  return found;
}

/** Goes to another page as the links of the page do, without loading everything anew. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  // What stood there before is gone after a picture or two.
  await rest(page);
  await page.locator('h1').first().waitFor();
}

async function lookOn(page: Page, { width, dark }: (typeof SCREENS)[number]): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  // As high as the page: what a bar covers now and not after scrolling is no small target.
  if (width < 600) await page.setViewportSize({ width, height: await pageHeight(page) });
  const wider = await overflow(page);
  const found = [...(await checkAxe(page)), ...(wider > 0 ? [`${wider} px wider than the window`] : [])];
  return found.map((line) => `${width} px, ${dark ? 'dark' : 'light'}: ${line}`);
}
