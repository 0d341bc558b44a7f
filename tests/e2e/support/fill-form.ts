import type { Locator, Page } from 'playwright-core';
import { samplePdf } from '../../../server/demo/sample-pdf.ts';

/** Filling a form as a person does: by the labels that stand there. */

/** Presses one of the tiles of a choice. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: label, exact: true });
  await group.getByRole('radio', { name: option, exact: true }).check();
}

/** Types into a field; dates and moments as the browser's own fields take them. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await labelled(page, label).fill(text);
}

/** Looks for a record and takes what is found. */
export async function look(page: Page, label: string, typed: string, found: string | RegExp): Promise<void> {
  const box = page.getByRole('textbox', { name: label, exact: true });
  await box.click();
  await box.fill(typed);
  await page.getByRole('option', { name: found }).click();
}

/** Chooses from the browser's own list. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await labelled(page, label).selectOption({ label: option });
}

/** The control with this label; the star of a required one is part of the label that is seen. */
export function labelled(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s\\*)?$`));
}

/** Adds a small PDF and waits until it has arrived. */
export async function attach(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true });
  const bytes = Buffer.from(samplePdf(name));
  await field.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
  await field.getByRole('link', { name }).waitFor();
}

/** The buttons that end a task. `outcome` is the word on it, not what comes next. */
export function outcomeButton(page: Page, outcome: string): Locator {
  return page
    .getByRole('region', { name: /^(What comes next|Cómo sigue|下一步)$/ })
    .getByRole('button')
    .filter({ has: page.getByText(outcome, { exact: true }) });
}
