import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import type { InstanceRowView, InstanceView } from '../../server/services/views/instance-view.ts';
import type { Page as Listed } from '../../server/services/views/shared-views.ts';
import { openApiPerson } from './support/api-person.ts';
import { rest } from './support/check-axe.ts';
import { closeBrowser } from './support/open-browser.ts';
import { type } from './support/fill-form.ts';
import { openContext } from './support/open-context.ts';
import { openOrder, reviews, stepsToTheEnd, takeSteps } from './support/order-by-api.ts';
import { plantDay } from './support/plant-day.ts';
import { shrinkPng } from './support/shrink-png.ts';
import { startProduct } from './support/start-product.ts';
import { taskPath } from './support/walk.ts';

/** Takes the pictures of the README from the product itself, so that they never show what it is not. */
const FOLDER = join(PROJECT_ROOT, 'docs', 'screens');

interface Shot {
  readonly name: string;
  readonly as?: string;
  readonly path: string;
  readonly until: string;
  readonly language?: 'en' | 'zh-TW';
  readonly phone?: boolean;
  /** Of the window, where more than usual is to be seen. */
  readonly height?: number;
  /** What others do before it is taken. */
  readonly first?: () => Promise<unknown>;
  readonly before?: (page: Page) => Promise<void>;
}

const product = await startProduct();
try {
  const shots = await plan(product.base);
  mkdirSync(FOLDER, { recursive: true });
  for (const shot of shots) await take(product.base, shot);
} finally {
  await closeBrowser();
  await product.stop();
}

/** The demo's own case is brought to its decision; a few others keep the inbox from being bare. */
async function plan(base: string): Promise<readonly Shot[]> {
  await openOrder(base, { po: 'NB-88455', small: true, stand: 'decide' });
  await openOrder(base, { po: 'NB-88431', small: false, stand: 'reviews' });
  await openOrder(base, { po: 'NB-88460', small: true, stand: 'delegated_review' });
  const waiting = await demoCase(base);
  const decide = await giveQualitysOpinion(base, waiting);
  return [
    { name: 'sign-in', path: '/', until: 'form' },
    { name: 'inbox', as: 'lin', path: '/inbox/department', until: '[data-task]', before: select },
    { name: 'decide', as: 'lin', path: taskPath(decide, 'decide'), until: '[data-form]', before: fillIn },
    { name: 'phone', as: 'lin', path: '/inbox/department', until: '[data-task]', language: 'zh-TW', phone: true },
    {
      name: 'case',
      as: 'huang',
      path: `/cases/${waiting.id}`,
      until: '.gf-canvas .djs-shape',
      height: 1240,
      first: () => takeSteps(base, decide, stepsToTheEnd(false)),
    },
  ];
}

/** The case that the demo plant shows first: an order whose quality opinion is still missing. */
async function demoCase(base: string): Promise<InstanceView> {
  const admin = await openApiPerson(base, 'admin');
  const { items } = await admin.get<Listed<InstanceRowView>>('/api/instances?q=NB-88412&limit=1');
  return admin.get<InstanceView>(`/api/instances/${items[0]?.id}`);
}

async function giveQualitysOpinion(base: string, waiting: InstanceView): Promise<InstanceView> {
  const chang = await openApiPerson(base, 'chang');
  const opinion = reviews().find(({ by }) => by === 'chang');
  if (opinion === undefined) throw new Error('Quality has no opinion.');
  return chang.complete(waiting, opinion);
}

/** The row beside which most is to be seen. */
async function select(page: Page): Promise<void> {
  const peek = page.getByRole('complementary', { name: 'Preview' });
  await peek.waitFor();
  // A press on the row that is selected already would open it.
  if (!(await peek.getByText(/PO NB-88412$/).isVisible()))
    await page.getByRole('link', { name: /PO NB-88412$/ }).click();
  await peek.getByText('Conditional', { exact: true }).waitFor();
}

/** A decision that is about to be made. */
async function fillIn(page: Page): Promise<void> {
  await type(page, 'Committed date', plantDay(13));
  const words = 'If height gauge G-005 is not back in time, the length report comes from an external laboratory.';
  await type(page, 'Conditions', words);
  await page.locator('h1').click();
}

async function take(base: string, shot: Shot): Promise<void> {
  const { name, as, language = 'en', phone = false } = shot;
  const size = phone ? { width: 390, dark: true } : { width: 1280 };
  await shot.first?.();
  const context = await openContext(base, { language, ...size, ...(as === undefined ? {} : { as }) });
  const page = await context.newPage();
  if (shot.height !== undefined) await page.setViewportSize({ width: 1280, height: shot.height });
  await page.goto(base + shot.path);
  await page.locator(shot.until).first().waitFor();
  await shot.before?.(page);
  await rest(page);
  const png = shrinkPng(await page.screenshot({ animations: 'disabled' }));
  writeFileSync(join(FOLDER, `${name}.png`), png);
  process.stdout.write(`docs/screens/${name}.png  ${(png.length / 1_000).toFixed(0)} kB\n`);
  await context.close();
}
