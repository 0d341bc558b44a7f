import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page at rest: letters loaded, nothing moving, two pictures drawn since. */
const AT_REST = `document.fonts.ready.then(() => new Promise((done) => {
  const look = () => document.getAnimations().some((moving) => moving.playState === 'running')
    ? requestAnimationFrame(look)
    : requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  look();
}))`;

/** Waits until the page stands still. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(AT_REST);
}

/** What axe finds in the page as it stands: one line for each rule with the places. */
export async function checkAxe(page: Page): Promise<readonly string[]> {
  await rest(page);
  if (!(await page.evaluate<boolean>('"axe" in self'))) await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run(document, {
    runOnly: ${JSON.stringify(TAGS)},
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`);
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** How high the whole page is. */
export function pageHeight(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollHeight');
}
