import type { JsonObject } from '../../../engine/model/json.ts';
import type { FileView } from './shared-views.ts';

/** What somebody said of a case. It stands as it was written. */
export interface CommentView {
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  /** Plain text, to be shown as text. */
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  readonly files: readonly FileView[];
}

/** Somebody who sees a case, and so may be mentioned in it. */
export interface MentionableView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** A file that somebody added to a case outside any form. */
export interface AttachmentView extends FileView {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** A form that is half filled. Nothing is kept while `rev` is 0. */
export interface DraftView {
  readonly answers: JsonObject | null;
  readonly outcome: string | null;
  readonly rev: number;
  readonly savedAt: string | null;
}
