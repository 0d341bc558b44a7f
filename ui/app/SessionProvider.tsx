import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { SessionView } from '../../server/services/views/session-view.ts';
import { hasCode } from '../api/api-error.ts';
import { useClient } from '../api/ClientProvider.tsx';
import { newCommandKey } from '../api/command-key.ts';
import { useLanguage } from '../texts/TextsProvider.tsx';
import { maySessionExist, noteSession } from './session-hint.ts';
import type { SessionState, SessionStore } from './session-store.ts';

/** What a person signs in with. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** What can be done about who is signed in. */
interface SessionActs {
  /** Looks whether a session is there already; answers whether it is. */
  readonly restore: () => Promise<boolean>;
  /** Signs in. With `keepLanguage` the page stays in its language, else it takes the person's. */
  readonly signIn: (credentials: Credentials, keepLanguage: boolean) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const StoreContext = createContext<SessionStore | null>(null);

/** Hands the session to all below. */
export function SessionProvider({ store, children }: { readonly store: SessionStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** Who is signed in; renders again when that changes. */
export function useSessionState(): SessionState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.current);
}

/** The person who is signed in. Only for pages behind the sign-in. */
export function usePerson(): SessionView['person'] {
  const { session } = useSessionState();
  if (!session) throw new Error('A page for signed-in people is shown to nobody.');
  return session.person;
}

/** Sign in, sign out, and look who is there. */
export function useSessionActs(): SessionActs {
  const store = useStore();
  const client = useClient();
  const queries = useQueryClient();
  const { choose } = useLanguage();
  return useMemo(
    () => ({
      restore: async () => {
        if (!maySessionExist()) return false;
        try {
          store.set(await client.get<SessionView>('/api/session'));
          return true;
        } catch (error) {
          if (!hasCode(error, 'session.required')) throw error;
          noteSession(false);
          return false;
        }
      },
      signIn: async (credentials, keepLanguage) => {
        const session = await client.post<SessionView>('/api/session', credentials, newCommandKey());
        noteSession(true);
        const before = store.current().session;
        // Nothing that one person saw may be left for the next.
        if (before && before.person.id !== session.person.id) queries.clear();
        if (keepLanguage) store.set(session);
        else {
          await choose(session.person.language);
          // Roles and department came in the language of the sign-in page.
          store.set(await client.get<SessionView>('/api/session'));
        }
        void queries.invalidateQueries();
      },
      signOut: async () => {
        await client.remove('/api/session');
        noteSession(false);
        queries.clear();
        store.set(null);
      },
    }),
    [store, client, queries, choose],
  );
}

/** The store itself. Outside its provider is a mistake of ours. */
function useStore(): SessionStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The session is used outside SessionProvider.');
  return store;
}
