import type { BrowserContext } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { PLANT_ZONE } from './plant-day.ts';

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
  readonly height?: number;
  /** A tablet: fingers on a wide screen. A phone has them anyway. */
  readonly touch?: boolean;
  readonly dark?: boolean;
}

const WAIT_MS = 15_000;

/** A browser of one's own: nothing in it but what `coming` says. */
export async function openContext(base: string, coming: Coming): Promise<BrowserContext> {
  const { width = 1280, dark = false, language } = coming;
  const phone = width < 600;
  const browser = await openBrowser();
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: PLANT_ZONE,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height: coming.height ?? (phone ? 844 : 800) },
    hasTouch: coming.touch ?? phone,
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
  if (!answer.ok()) throw new Error(`${credentials.login} could not sign in: ${await answer.text()}`);
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
