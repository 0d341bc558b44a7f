/** What this device remembers of the page itself. Never anything of a case. */
const KEYS = { language: 'gf-language', keys: 'gf-keys', pad: 'gf-pad' } as const;

/** The names of what is remembered. */
type Remembered = keyof typeof KEYS;

/** What is remembered, or null. A browser that refuses to remember is no failure. */
export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(KEYS[what]);
  } catch {
    return null;
  }
}

/** Remembers on this device. */
export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(KEYS[what], value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
