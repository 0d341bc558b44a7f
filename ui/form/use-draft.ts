import { useCallback, useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import type { DraftView } from '../../server/services/views/conversation-view.ts';
import { hasCode } from '../api/api-error.ts';
import { useClient } from '../api/ClientProvider.tsx';
import { NO_DRAFT, type OpenedDraft } from './open-draft.ts';
import { forgetUnsent, keepUnsent } from './unsent-draft.ts';

/** How a draft stands. */
export interface DraftInHand {
  readonly savedAt: string | null;
  /** True while the server has not all that was typed. */
  readonly isUnsent: boolean;
  readonly isSaving: boolean;
  /** What another tab kept meanwhile; nothing is saved until the person has chosen. DF2 */
  readonly other: DraftView | null;
  readonly keepMine: () => void;
  /** Nothing more is saved: the form was sent. */
  readonly rest: () => void;
  /** Takes the draft away, here and on the server; the form is then opened anew. If it fails, all is kept. DF3 */
  readonly discard: () => Promise<void>;
}

/** What is saved, where, and since when. */
export interface DraftOptions {
  readonly path: string;
  /** Under which this tab keeps what the server has not. */
  readonly tabKey: string;
  readonly opened: OpenedDraft;
  readonly answers: JsonObject;
  /** False where the form cannot be sent: then nothing of it is saved. */
  readonly active: boolean;
  /** True while nobody is signed in: saved as soon as somebody is again. */
  readonly waiting: boolean;
}

/** Long enough that a word is not saved letter by letter. */
const PAUSE_MS = 800;
const AGAIN_MS = 5_000;
/** What a browser still sends for a page that is gone. */
const LAST_WORDS_BYTES = 60_000;

/** Saves what is typed while it is typed, and when the page goes. What the server has not stays in this tab. */
export function useDraft({ path, tabKey, opened, answers, active, waiting }: DraftOptions): DraftInHand {
  const client = useClient();
  const [shown, setShown] = useState({ savedAt: opened.savedAt, isUnsent: opened.isUnsent, isSaving: false });
  const [other, setOther] = useState<DraftView | null>(opened.other);
  const now = useRef({
    answers,
    rev: opened.rev,
    saved: answers,
    isUnsent: opened.isUnsent,
    saving: false,
    resting: false,
    underWay: undefined as Promise<unknown> | undefined,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stopped = !active || waiting || other !== null;
  const save = useRef<(last?: boolean) => Promise<void>>(async () => undefined);

  save.current = async (last = false) => {
    const state = now.current;
    clearTimeout(timer.current);
    if (!state.isUnsent || state.saving || state.resting || stopped) return;
    const sent = state.answers;
    state.saving = true;
    setShown((before) => ({ ...before, isSaving: true }));
    const body = { answers: sent, rev: state.rev };
    const keepalive = last && JSON.stringify(body).length < LAST_WORDS_BYTES;
    try {
      const put = client.put<DraftView>(path, body, { keepalive });
      state.underWay = put;
      const kept = await put;
      state.rev = kept.rev;
      state.isUnsent = state.answers !== sent;
      if (state.isUnsent && !state.resting) keepUnsent(tabKey, { answers: state.answers, rev: kept.rev });
      else forgetUnsent(tabKey);
      setShown({ savedAt: kept.savedAt, isUnsent: state.isUnsent, isSaving: false });
      if (state.isUnsent) timer.current = setTimeout(() => void save.current(), PAUSE_MS);
    } catch (error) {
      setShown((before) => ({ ...before, isSaving: false }));
      if (hasCode(error, 'draft.changed')) setOther(await client.get<DraftView>(path).catch(() => NO_DRAFT));
      else timer.current = setTimeout(() => void save.current(), AGAIN_MS);
    } finally {
      state.saving = false;
    }
  };

  useEffect(() => {
    const state = now.current;
    if (state.answers === answers) return;
    state.answers = answers;
    if (!active || state.resting) return;
    state.isUnsent = true;
    keepUnsent(tabKey, { answers, rev: state.rev });
    setShown((before) => (before.isUnsent ? before : { ...before, isUnsent: true }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), PAUSE_MS);
  }, [answers, active, tabKey]);

  // What could not be saved is saved as soon as it can be: after opening, after signing in again, after a choice.
  useEffect(() => {
    if (!stopped) void save.current();
  }, [stopped]);

  useEffect(() => {
    const leave = () => void save.current(true);
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, []);

  const rest = useCallback(() => {
    now.current.resting = true;
    clearTimeout(timer.current);
    forgetUnsent(tabKey);
  }, [tabKey]);
  const discard = async () => {
    const state = now.current;
    state.resting = true;
    clearTimeout(timer.current);
    try {
      // What is under way arrives first, or the draft would come back after it was taken away.
      await state.underWay?.catch(() => undefined);
      await client.remove(path);
      forgetUnsent(tabKey);
    } catch (error) {
      state.resting = false;
      void save.current();
      throw error;
    }
  };
  return {
    ...shown,
    other,
    keepMine: () => {
      now.current.rev = other?.rev ?? 0;
      keepUnsent(tabKey, { answers: now.current.answers, rev: now.current.rev });
      setOther(null);
    },
    rest,
    discard,
  };
}
