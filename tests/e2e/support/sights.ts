import type { Page } from 'playwright-core';
import type { InstanceRowView, InstanceView } from '../../../server/services/views/instance-view.ts';
import type { Page as Listed } from '../../../server/services/views/shared-views.ts';
import { openApiPerson } from './api-person.ts';
import { openOrder } from './order-by-api.ts';
import { taskPath } from './walk.ts';

/** One thing that people see of the product, as a place and what is done there first. */
export interface Sight {
  readonly name: string;
  /** The login of who looks; without one, nobody is signed in. */
  readonly as?: string;
  readonly path: string;
  /** What is there once everything is. A selector, since words change with the language. */
  readonly until: string;
  readonly before?: (page: Page) => Promise<void>;
  /** A status that the page asks for on purpose. */
  readonly status?: number;
}

/** Every page of the product, with the menus and dialogs on it, on cases at different places. */
export async function openSights(base: string): Promise<readonly Sight[]> {
  const [intake, reviews, decide, approve, ended] = await Promise.all([
    openOrder(base, { po: 'SEE-1', small: true, stand: 'intake' }),
    openOrder(base, { po: 'SEE-2', small: false, stand: 'reviews' }),
    openOrder(base, { po: 'SEE-3', small: false, stand: 'decide' }),
    openOrder(base, { po: 'SEE-4', small: true, stand: 'approve' }),
    openOrder(base, { po: 'SEE-5', small: false, stand: 'approved' }),
  ]);
  return [
    { name: 'sign-in', path: '/', until: 'form' },
    ...inboxes(),
    ...casePages({ reviews, ended, overdue: await demoCase(base, '-011') }),
    ...taskPages({ intake, reviews, decide, approve }),
    ...plantPages(),
    { name: 'start', as: 'huang', path: '/start', until: 'a[href="/start/order-review"]' },
    { name: 'orders', as: 'lin', path: '/make?q=SO', until: 'main table' },
    { name: 'plan', as: 'ana', path: '/plan', until: 'main table' },
    { name: 'schedules', as: 'lin', path: '/schedules', until: 'main h2' },
    { name: 'start, for others', as: 'lin', path: '/start', until: 'h2' },
    { name: 'start form', as: 'huang', path: '/start/order-review', until: '[data-form]' },
  ];
}

function plantPages(): readonly Sight[] {
  const change = (page: Page) => page.locator('section button:has(svg)').first().click();
  const chooseDay = (page: Page) => page.locator('[data-date]').nth(9).click();
  return [
    { name: 'board', as: 'huang', path: '/cases/board/order-review', until: 'main section li' },
    { name: 'lot', as: 'lin', path: '/lots/LOT-2611-001', until: 'main svg a' },
    { name: 'people', as: 'lin', path: '/people', until: 'a[href^="/people/"]' },
    { name: 'person', as: 'lin', path: '/people/U04', until: 'main form' },
    { name: 'incidents', as: 'admin', path: '/incidents', until: 'main section h2' },
    { name: 'my mails', as: 'lin', path: '/me', until: 'main fieldset' },
    { name: 'person, read only', as: 'huang', path: '/people/U04', until: '#stand-ins' },
    { name: 'ladders, read only', as: 'huang', path: '/settings/ladders', until: 'main ol li' },
    { name: 'ladders, one being changed', as: 'javier', path: '/settings/ladders', until: 'fieldset', before: change },
    { name: 'calendars', as: 'javier', path: '/settings/calendars', until: 'h3', before: chooseDay },
    {
      name: 'values, a group being changed',
      as: 'javier',
      path: '/settings/values',
      until: 'main form',
      before: change,
    },
  ];
}

async function demoCase(base: string, end: string): Promise<InstanceRowView> {
  const admin = await openApiPerson(base, 'admin');
  const { items } = await admin.get<Listed<InstanceRowView>>('/api/instances?q=NB-88412&limit=20');
  const found = items.find(({ number }) => number.endsWith(end));
  if (found === undefined) throw new Error(`The demo plant has no case ${end}.`);
  return found;
}

function inboxes(): readonly Sight[] {
  const pressKeys = (page: Page) => page.keyboard.press('?');
  const openMenu = (page: Page) =>
    page.locator('aside button[aria-haspopup], header button[aria-haspopup]').first().click();
  return [
    { name: 'inbox, mine, empty', as: 'emma', path: '/inbox', until: 'main h2' },
    { name: 'inbox, available', as: 'lin', path: '/inbox/available', until: '[data-task]' },
    { name: 'inbox, nothing like that', as: 'lin', path: '/inbox/available?q=zzzz', until: 'main h2' },
    { name: 'inbox, department', as: 'lin', path: '/inbox/department', until: '[data-task]' },
    { name: 'inbox, overdue', as: 'chang', path: '/inbox/overdue', until: 'main h1' },
    {
      name: 'keys',
      as: 'lin',
      path: '/inbox/available',
      until: '[role=dialog] dt, [role=dialog] li',
      before: pressKeys,
    },
    { name: 'person menu', as: 'lin', path: '/inbox', until: '[role=menu]', before: openMenu },
  ];
}

interface SeenCases {
  readonly reviews: InstanceView;
  readonly ended: InstanceView;
  readonly overdue: InstanceRowView;
}

function casePages({ reviews, ended, overdue }: SeenCases): readonly Sight[] {
  const drawn = '.gf-canvas .djs-shape';
  const openCommand = (page: Page) => page.locator('section[aria-labelledby=commands] button').first().click();
  return [
    { name: 'cases', as: 'huang', path: '/cases', until: 'a[href^="/cases/"]' },
    { name: 'case, waiting for five', as: 'huang', path: `/cases/${reviews.id}`, until: drawn },
    { name: 'case, overdue', as: 'lin', path: `/cases/${overdue.id}`, until: drawn },
    { name: 'case, ended', as: 'huang', path: `/cases/${ended.id}`, until: drawn },
    {
      name: 'command',
      as: 'huang',
      path: `/cases/${reviews.id}`,
      until: '[role=dialog] [data-form]',
      before: openCommand,
    },
    { name: 'no such case', as: 'lin', path: '/cases/nothing', until: 'h1', status: 404 },
  ];
}

interface SeenTasks {
  readonly intake: InstanceView;
  readonly reviews: InstanceView;
  readonly decide: InstanceView;
  readonly approve: InstanceView;
}

function taskPages({ intake, reviews, decide, approve }: SeenTasks): readonly Sight[] {
  return [
    { name: 'check', as: 'huang', path: taskPath(intake, 'intake'), until: '[data-form]' },
    { name: 'opinion', as: 'chang', path: taskPath(reviews, 'qc_review'), until: '[data-form]' },
    { name: 'decide', as: 'lin', path: taskPath(decide, 'decide'), until: '[data-form]' },
    { name: 'approve', as: 'javier', path: taskPath(approve, 'approve'), until: '[data-form]' },
  ];
}
