import { useState } from 'react';
import type { DraftView } from '../../server/services/views/conversation-view.ts';
import { useDraftAtOpening } from '../api/drafts.ts';
import { usePerson } from '../app/SessionProvider.tsx';
import { NO_DRAFT, type OpenedDraft, openDraft } from '../form/open-draft.ts';
import { recallUnsent } from '../form/unsent-draft.ts';

/** The draft a page opens its form with. */
export interface DraftAtHand {
  readonly opened: OpenedDraft;
  readonly tabKey: string;
  /** Rises when another draft is loaded: the form then begins anew. */
  readonly visit: number;
  readonly load: (other: DraftView) => void;
}

/** The draft of a form as it is opened; null until the server has said whether there is one. */
export function useOpenedDraft(path: string): DraftAtHand | null {
  const query = useDraftAtOpening(path);
  const tabKey = `gf-draft ${usePerson().id} ${path}`;
  const [at, setAt] = useState<{ readonly key: string; readonly visit: number; readonly opened: OpenedDraft } | null>(
    null,
  );
  if (at?.key === tabKey)
    return {
      ...at,
      tabKey,
      load: (other) => setAt({ key: tabKey, visit: at.visit + 1, opened: openDraft(other, null) }),
    };
  if (query.isPending) return null;
  // A draft that cannot be loaded keeps nobody from the form; a later save says if there was one.
  setAt({ key: tabKey, visit: (at?.visit ?? 0) + 1, opened: openDraft(query.data ?? NO_DRAFT, recallUnsent(tabKey)) });
  return null;
}
