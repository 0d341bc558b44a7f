import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';

const SESSIONS = 'sessions';
/** After this long without a request the person signs in again. */
const IDLE_MS = 30 * 60_000;
/** However busy: once a shift. */
const LONGEST_MS = 12 * 3_600_000;
/** The store is told of use at most this often. */
const TOUCH_MS = 60_000;

export interface Session {
  readonly person: string;
  readonly csrfToken: string;
  /** When the person signed something last in this session. */
  readonly signedAt: number | null;
}

interface StoredSession {
  readonly person: string;
  readonly csrfToken: string;
  readonly startedAt: number;
  readonly usedAt: number;
  readonly signedAt?: number;
}

/** Signed-in people. Kept in the store, so that any server knows them and a restart signs nobody out. */
export interface Sessions {
  /** A new session with a secret that only the cookie holds. */
  open(person: string): Promise<Session & { readonly secret: string }>;
  /** The session behind a cookie, or undefined: unknown, idle too long, or too old. */
  find(secret: string): Promise<Session | undefined>;
  /** The person has just proved who they are to sign something. */
  signed(secret: string): Promise<void>;
  close(secret: string): Promise<void>;
}

/** The store holds only a hash of the secret: whoever reads it cannot sign in. */
const idOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function openSessions(store: Store, clock: Clock): Sessions {
  const put = (id: string, session: StoredSession) =>
    store.putRecord({ register: SESSIONS, id, value: { ...session }, keys: [`of:${session.person}`] });
  return {
    async open(person) {
      const secret = randomBytes(32).toString('base64url');
      const csrfToken = randomBytes(32).toString('base64url');
      const now = clock.now();
      await put(idOf(secret), { person, csrfToken, startedAt: now, usedAt: now });
      return { person, csrfToken, secret, signedAt: null };
    },
    async find(secret) {
      const id = idOf(secret);
      const stored = (await store.getRecord(SESSIONS, id))?.value as unknown as StoredSession | undefined;
      if (stored === undefined) return undefined;
      const now = clock.now();
      if (now - stored.usedAt > IDLE_MS || now - stored.startedAt > LONGEST_MS) {
        await store.removeRecord(SESSIONS, id);
        return undefined;
      }
      if (now - stored.usedAt > TOUCH_MS) await put(id, { ...stored, usedAt: now });
      return { person: stored.person, csrfToken: stored.csrfToken, signedAt: stored.signedAt ?? null };
    },
    async signed(secret) {
      const stored = (await store.getRecord(SESSIONS, idOf(secret)))?.value as unknown as StoredSession | undefined;
      if (stored !== undefined) await put(idOf(secret), { ...stored, signedAt: clock.now() });
    },
    close: (secret) => store.removeRecord(SESSIONS, idOf(secret)),
  };
}
