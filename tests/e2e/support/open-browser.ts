import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

// Not with the package's own arguments: they hold `--single-process`, with which one closed window ends the browser.
const ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--font-render-hinting=none',
];

let opened: Promise<Browser> | undefined;

/** The one Chromium of the run, started when it is first needed. */
export function openBrowser(): Promise<Browser> {
  opened ??= chromium
    .executablePath()
    .then((executablePath) => playwright.launch({ executablePath, args: ARGS, headless: true }));
  return opened;
}

/** Ends the browser, if there is one. */
export async function closeBrowser(): Promise<void> {
  const browser = await opened;
  opened = undefined;
  await browser?.close();
}
