import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * One Chromium for the whole run, started when it is first needed and closed when the run ends.
 *
 * Not with the package's own arguments: they hold `--single-process`, with which one closed window ends the browser.
 */
const ARGS = ['--no-sandbox', '--disable-setuid-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--font-render-hinting=none'];

let browser: Promise<Browser> | undefined;

/** The browser of the run. */
export function openBrowser(): Promise<Browser> {
  browser ??= chromium.executablePath().then((executablePath) => playwright.launch({ executablePath, args: ARGS, headless: true }));
  return browser;
}

/** Ends the browser, if there is one. */
export async function closeBrowser(): Promise<void> {
  const open = await browser;
  browser = undefined;
  await open?.close();
}
