import { useState } from 'react';
import type { MentionableView } from '../../../server/services/views/conversation-view.ts';
import type { FileView } from '../../../server/services/views/shared-views.ts';
import { usePerson } from '../../app/SessionProvider.tsx';

/** A comment that is being written: its words, who was picked for it, and files that have arrived. */
export interface UnsentComment {
  readonly text: string;
  readonly meant: readonly MentionableView[];
  readonly files: readonly FileView[];
}

/** Nothing is written yet. */
export const NO_COMMENT: UnsentComment = { text: '', meant: [], files: [] };

/** The comment of this tab for a case: a reload loses nothing. It belongs to whoever wrote it, not to the device. */
export function useUnsentComment(instance: string) {
  const key = `gf-comment ${usePerson().id} ${instance}`;
  const [kept, setKept] = useState(() => ({ key, comment: recall(key) }));
  // Another case, or another person on this device, has words of its own.
  const shown = kept.key === key ? kept.comment : recall(key);
  const change = (decide: (before: UnsentComment) => UnsentComment) =>
    setKept((before) => {
      const comment = decide(before.key === key ? before.comment : shown);
      keep(key, comment);
      return { key, comment };
    });
  return [shown, change] as const;
}

/** An empty one is forgotten. A browser that refuses to keep is no failure. */
function keep(key: string, comment: UnsentComment): void {
  try {
    if (comment.text === '' && comment.files.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(comment));
  } catch {
    // Then a reload loses what is not sent.
  }
}

function recall(key: string): UnsentComment {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? NO_COMMENT : { ...NO_COMMENT, ...(JSON.parse(kept) as Partial<UnsentComment>) };
  } catch {
    return NO_COMMENT;
  }
}
