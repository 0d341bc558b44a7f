import type { Page } from 'playwright-core';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { outcomeButton } from './fill-form.ts';
import type { Coming } from './open-context.ts';
import type { Scene, Visitor } from './scene.ts';

/** Signs in by the card of a person, in English whatever their own language is. */
export async function enterAs(scene: Scene, base: string, name: string): Promise<Visitor> {
  const visitor = await scene.visit(base);
  const { page } = visitor;
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor();
  return visitor;
}

/** Signs in by the card of a person, who then reads their own language. */
export async function enterInOwnLanguage(
  scene: Scene,
  base: string,
  who: { readonly name: string; readonly inbox: string },
): Promise<Visitor> {
  const visitor = await scene.visit(base);
  await visitor.page.getByRole('button', { name: who.name }).click();
  await visitor.page.getByRole('heading', { name: who.inbox, level: 1 }).waitFor();
  return visitor;
}

/** Comes with a session and a language, at an address. */
export function comeTo(scene: Scene, base: string, coming: Coming): Promise<Visitor> {
  return scene.visit(base, { language: 'en', ...coming });
}

/** Opens the task of an order from a box of the inbox: selects its row, then opens what is selected. */
export async function openFromInbox(page: Page, box: string, po: string): Promise<void> {
  const tab = page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${box}`) });
  await tab.click();
  await page.getByRole('link', { name: new RegExp(`PO ${po}$`) }).press('Enter');
  await page.getByText(`PO ${po}`).first().waitFor();
}

/** Ends a task and waits for the page that says where the case stands then. */
export async function complete(page: Page, outcome: string): Promise<void> {
  await outcomeButton(page, outcome).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`[:：]\\s?${outcome}$`) }).waitFor();
}

/** Ends a task with an outcome that is signed: the dialog asks who signs, and for the password. */
export async function completeSigned(
  page: Page,
  outcome: string,
  signer: { readonly login: string; readonly reason?: string },
): Promise<void> {
  await outcomeButton(page, outcome).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(signer.login);
  await dialog.getByLabel('Password', { exact: true }).fill('gemba');
  if (signer.reason !== undefined) await dialog.getByLabel(/^Reason/).fill(signer.reason);
  await dialog.getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`[:：]\\s?${outcome}$`) }).waitFor();
}

/** Where the open task of a step is found. */
export function taskPath(instance: InstanceView, state: string): string {
  const task = instance.tasks.find((open) => open.state === state);
  if (task === undefined) throw new Error(`${instance.number} has no open task of "${state}".`);
  return `/tasks/${encodeURIComponent(task.id)}`;
}
