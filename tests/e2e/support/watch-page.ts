import type { Page } from 'playwright-core';

/** What went wrong in a page, as its console tells it: errors, broken policies, exceptions. */
export interface PageWatch {
  /** Refused calls that the test wants; the browser itself writes a line for each. */
  expectStatus(status: number): void;
  /** Everything else that was written. */
  readonly complaints: () => readonly string[];
}

const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/;

/** Listens to a page from its first moment on. */
export function watchPage(page: Page): PageWatch {
  const expected = new Set<number>();
  const lines: { readonly text: string; readonly status: number | null }[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = REFUSED.exec(message.text())?.[1];
    lines.push({
      text: `${message.text()} ${message.location().url}`,
      status: status === undefined ? null : Number(status),
    });
  });
  page.on('pageerror', (error) => lines.push({ text: error.stack ?? error.message, status: null }));
  return {
    expectStatus: (status) => void expected.add(status),
    complaints: () => lines.filter(({ status }) => status === null || !expected.has(status)).map(({ text }) => text),
  };
}
