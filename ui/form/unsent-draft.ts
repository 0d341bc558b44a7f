import type { UnsentDraft } from './open-draft.ts';

/** Kept for this tab alone until the server has it. A browser that refuses to keep is no failure. */
export function keepUnsent(key: string, draft: UnsentDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Then only a reload in the second before the server has it would lose a word.
  }
}

/** The server has it, or it is wanted no more. */
export function forgetUnsent(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

/** What this tab kept, or null. */
export function recallUnsent(key: string): UnsentDraft | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as UnsentDraft);
  } catch {
    return null;
  }
}
