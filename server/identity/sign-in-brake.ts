import { EngineError } from '../../engine/model/engine-error.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';

const BRAKES = 'sign-in-brakes';
const WINDOW_MS = 15 * 60_000;

/** Failures in the window after which a name or an address waits. A plant shares one address, so that limit is wide. */
const LIMITS = { login: 10, address: 100 } as const;

interface Failures {
  readonly count: number;
  readonly sinceAt: number;
}

/** Slows guessing: counted in the store, because there may be many servers. */
export interface SignInBrake {
  /** Throws `rate.limited` if this name or address has failed too often. */
  check(login: string, address: string): Promise<void>;
  failed(login: string, address: string): Promise<void>;
  succeeded(login: string): Promise<void>;
}

export function openSignInBrake(store: Store, clock: Clock): SignInBrake {
  const idOf = (kind: keyof typeof LIMITS, name: string): string => `${kind}:${name.slice(0, 200)}`;
  const read = async (id: string): Promise<Failures> => {
    const stored = (await store.getRecord(BRAKES, id))?.value as unknown as Failures | undefined;
    return stored === undefined || clock.now() - stored.sinceAt > WINDOW_MS
      ? { count: 0, sinceAt: clock.now() }
      : stored;
  };
  const add = async (id: string): Promise<void> => {
    const { count, sinceAt } = await read(id);
    await store.putRecord({ register: BRAKES, id, value: { count: count + 1, sinceAt } });
  };
  return {
    async check(login, address) {
      const [byLogin, byAddress] = await Promise.all([read(idOf('login', login)), read(idOf('address', address))]);
      const over = byLogin.count >= LIMITS.login ? byLogin : byAddress.count >= LIMITS.address ? byAddress : undefined;
      if (over === undefined) return;
      const minutes = Math.max(1, Math.ceil((over.sinceAt + WINDOW_MS - clock.now()) / 60_000));
      throw new EngineError('rate.limited', `Too many attempts to sign in. Try again in ${minutes} minutes.`, {
        params: { minutes },
      });
    },
    async failed(login, address) {
      await Promise.all([add(idOf('login', login)), add(idOf('address', address))]);
    },
    succeeded: (login) => store.removeRecord(BRAKES, idOf('login', login)),
  };
}
