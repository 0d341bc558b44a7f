import type { SessionView } from '../../server/services/views/session-view.ts';

/** Who is signed in, as far as the page knows. */
export interface SessionState {
  readonly session: SessionView | null;
  /** True once the server said that it no longer knows the session while a page was open. */
  readonly lost: boolean;
}

/** Holds the session outside React, because the client asks for its token with every change. */
export interface SessionStore {
  readonly current: () => SessionState;
  readonly set: (session: SessionView | null) => void;
  readonly lose: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Opens an empty store: nobody is signed in. */
export function openSessionStore(): SessionStore {
  let state: SessionState = { session: null, lost: false };
  const listeners = new Set<() => void>();
  const change = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    set: (session) => change({ session, lost: false }),
    lose: () => {
      // Before anybody signed in, a 401 is no loss.
      if (state.session && !state.lost) change({ ...state, lost: true });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
