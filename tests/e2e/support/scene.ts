import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { closeBrowser, openBrowser } from './open-browser.ts';
import { PLANT_ZONE } from './plant-day.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** How somebody comes to the page. */
export interface Coming {
  /** The login of a person whose session is there already; without it nobody is signed in. */
  readonly as?: string;
  /** Theirs, where they are not of the demo plant. */
  readonly password?: string;
  readonly path?: string;
  /** The language that was chosen on this device; without it the page finds one itself. */
  readonly language?: 'en' | 'es' | 'zh-TW';
  readonly width?: number;
  readonly dark?: boolean;
}

/** A page with somebody before it. */
export interface Visitor extends Pick<PageWatch, 'expectStatus'> {
  readonly page: Page;
}

/** The people of one test, each with a browser of their own. */
export interface Scene {
  visit(base: string, coming?: Coming): Promise<Visitor>;
}

const TEST_MS = 90_000;
const WAIT_MS = 15_000;
const FAILURES = join(PROJECT_ROOT, 'dist', 'e2e-failures');

/**
 * A test with real people before real pages.
 *
 * It ends with clean consoles, or it has failed. Of a failed one the last picture of each page is kept.
 */
export function scene(title: string, play: (scene: Scene) => Promise<void>): void {
  it(title, async function () {
    this.timeout(TEST_MS);
    const visits: { readonly context: BrowserContext; readonly page: Page; readonly watch: PageWatch }[] = [];
    try {
      await play({
        async visit(base, coming = {}) {
          const context = await openContext(base, coming);
          const page = await context.newPage();
          const watch = watchPage(page);
          visits.push({ context, page, watch });
          await page.goto(base + (coming.path ?? '/'));
          return { page, expectStatus: watch.expectStatus };
        },
      });
      for (const { watch } of visits) expect(watch.complaints()).to.deep.equal([]);
    } catch (error) {
      await keepPictures(title, visits);
      throw error;
    } finally {
      for (const { context } of visits) await context.close();
    }
  });
}

after(closeBrowser);

/** A browser of one's own: nothing in it but what `coming` says. */
async function openContext(base: string, coming: Coming): Promise<BrowserContext> {
  const { width = 1280, dark = false, language } = coming;
  const phone = width < 600;
  const browser = await openBrowser();
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: PLANT_ZONE,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height: phone ? 844 : 800 },
    hasTouch: phone,
  });
  context.setDefaultTimeout(WAIT_MS);
  if (coming.as !== undefined)
    await signInUnseen(context, base, { login: coming.as, password: coming.password ?? 'gemba' });
  if (language !== undefined) await remember(context, 'gf-language', language);
  return context;
}

/** Puts a session into the browser without the sign-in page. */
async function signInUnseen(
  context: BrowserContext,
  base: string,
  credentials: { readonly login: string; readonly password: string },
): Promise<void> {
  const answer = await context.request.post(`${base}/api/session`, { data: credentials });
  expect(answer.status(), `${credentials.login} signs in`).to.equal(200);
  await remember(context, 'gf-signed-in', 'yes');
}

/** What the device remembers when the first page opens; later the page itself decides. Documents have no memory. */
async function remember(context: BrowserContext, key: string, value: string): Promise<void> {
  const [name, text, mark] = [key, value, `set ${key}`].map((word) => JSON.stringify(word));
  await context.addInitScript({
    content: `if (self.origin !== 'null' && sessionStorage.getItem(${mark}) === null) {
      sessionStorage.setItem(${mark}, 'yes');
      localStorage.setItem(${name}, ${text});
    }`,
  });
}

async function keepPictures(title: string, visits: readonly { readonly page: Page }[]): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = title.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
  for (const [index, { page }] of visits.entries()) {
    const path = join(FAILURES, `${name}-${index + 1}.png`);
    await page.screenshot({ path }).catch(() => undefined);
    process.stderr.write(`\n  Last picture: ${path}\n`);
  }
}
