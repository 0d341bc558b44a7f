import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { closeBrowser } from './open-browser.ts';
import { type Coming, openContext } from './open-context.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** A page with somebody before it. */
export interface Visitor extends Pick<PageWatch, 'expectStatus'> {
  readonly page: Page;
}

/** The people of one test, each with a browser of their own. */
export interface Scene {
  visit(base: string, coming?: Coming): Promise<Visitor>;
}

const TEST_MS = 180_000;
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

async function keepPictures(title: string, visits: readonly { readonly page: Page }[]): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = title.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
  for (const [index, { page }] of visits.entries()) {
    const path = join(FAILURES, `${name}-${index + 1}.png`);
    await page.screenshot({ path }).catch(() => undefined);
    process.stderr.write(`\n  Last picture: ${path}\n`);
  }
}
