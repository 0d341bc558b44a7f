import type { JsonObject } from '../../engine/model/json.ts';
import type { DraftView } from '../../server/services/views/conversation-view.ts';

/** Answers that the server does not have yet, and the revision they rest on. */
export interface UnsentDraft {
  readonly answers: JsonObject;
  readonly rev: number;
}

/** Where nothing is kept. */
export const NO_DRAFT: DraftView = { answers: null, outcome: null, rev: 0, savedAt: null };

/** What a form opens with. */
export interface OpenedDraft {
  /** Null: there was no draft, the form opens as the server gave it. */
  readonly answers: JsonObject | null;
  readonly rev: number;
  readonly savedAt: string | null;
  /** True where this tab holds words that the server has not. */
  readonly isUnsent: boolean;
  /** What another tab kept meanwhile. */
  readonly other: DraftView | null;
}

/**
 * Decides what a form opens with: the server's draft, or this tab's words that it has not got.
 *
 * Pure. Where both were changed, this tab's words stay on the page and the other draft is offered beside them. DF2
 */
export function openDraft(server: DraftView, unsent: UnsentDraft | null): OpenedDraft {
  const { answers, rev, savedAt } = server;
  const isKnown = unsent === null || JSON.stringify(unsent.answers) === JSON.stringify(answers);
  if (isKnown) return { answers, rev, savedAt, isUnsent: false, other: null };
  const isBehind = rev > 0 && unsent.rev !== rev;
  return { answers: unsent.answers, rev, savedAt, isUnsent: true, other: isBehind ? server : null };
}
