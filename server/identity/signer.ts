import { EngineError, isEngineError } from '../../engine/model/engine-error.ts';
import type { Person } from '../../engine/model/person.ts';
import type { SigningMethod } from '../../engine/model/signature.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';

/** After this long without signing, both components are asked again (our choice; 11.200(a)(1) leaves "continuous" open). */
const CONTINUOUS_MS = 10 * 60_000;

/** What a signer gives to prove who they are: the secret always, the identification at the first signing. */
export interface Proof {
  readonly login: string | undefined;
  readonly password: string;
}

/** Where the signer sits: the cookie of their session and their address. */
export interface SigningSeat {
  readonly person: Person;
  readonly secret: string;
  readonly address: string;
}

/**
 * Asks a signer for proof at the moment of signing. 21 CFR 11.200(a): two components at the first signing of a
 * continuous period, the secret at each later one. A badge with a PIN would be another method beside `password`.
 */
export interface Signer {
  readonly method: SigningMethod;
  /** Whether the next signing of this session asks for both components. */
  asksBoth(secret: string): Promise<boolean>;
  /** Throws `signature.not_proved` with the reason, or `rate.limited`. Both count towards the brake of the account. */
  prove(seat: SigningSeat, proof: Proof): Promise<void>;
}

export function openSigner(parts: {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly clock: Clock;
}): Signer {
  const { accounts, sessions, clock } = parts;
  const asksBoth = async (secret: string): Promise<boolean> => {
    const signedAt = (await sessions.find(secret))?.signedAt ?? null;
    return signedAt === null || clock.now() - signedAt > CONTINUOUS_MS;
  };
  return {
    method: 'password',
    asksBoth,
    async prove({ person, secret, address }, { login, password }) {
      if (login === undefined && (await asksBoth(secret)))
        throw notProved(
          'both',
          'Type your user name and your password to sign. The password alone is enough afterwards.',
        );
      // An account is one person's: whoever knows another's password still cannot sign for them here. 11.100(a)
      if (login !== undefined && login.trim().toLowerCase() !== person.login.toLowerCase())
        throw notProved(
          'other-person',
          'Only you can sign here. Type your own user name, or let the other person sign in.',
        );
      try {
        await accounts.signIn(person.login, password, address);
      } catch (error) {
        if (isEngineError(error, 'session.required'))
          throw notProved('wrong', 'The password is not right. Check it and try again; the attempt was recorded.');
        throw error;
      }
      await sessions.signed(secret);
    },
  };
}

function notProved(reason: 'both' | 'other-person' | 'wrong', message: string): EngineError {
  return new EngineError('signature.not_proved', message, { params: { reason } });
}
