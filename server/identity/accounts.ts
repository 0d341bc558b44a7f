import { EngineError } from '../../engine/model/engine-error.ts';
import type { Person } from '../../engine/model/person.ts';
import type { Store } from '../../engine/ports/store.ts';
import { PEOPLE, personRecord, type PlantKeeper } from '../plant/plant-keeper.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { SignInBrake } from './sign-in-brake.ts';

const ACCOUNTS = 'accounts';

/** Shorter ones are guessed; no other rule helps (NIST SP 800-63B, 5.1.1). */
export const SHORTEST_PASSWORD = 8;

export interface Accounts {
  /** The person behind a login and password. Throws `session.required` if they do not fit, `rate.limited` after too many tries. */
  signIn(login: string, password: string, address: string): Promise<Person>;
  /** Adds a person with an account. Throws `request.invalid` for a login that is taken or a password that is too short. */
  add(person: Person, password: string): Promise<void>;
}

interface AccountParts {
  readonly store: Store;
  readonly keeper: PlantKeeper;
  readonly brake: SignInBrake;
}

export function openAccounts({ store, keeper, brake }: AccountParts): Accounts {
  return {
    async signIn(login, password, address) {
      const name = login.trim().toLowerCase();
      await brake.check(name, address);
      const account = (await store.getRecord(ACCOUNTS, name))?.value as
        | { readonly person: string; readonly password: string }
        | undefined;
      const fits = await isPassword(password, account?.password ?? null);
      if (fits && !keeper.plant().people.has(account?.person ?? '')) await keeper.refresh();
      const person = keeper.plant().people.get(account?.person ?? '');
      if (!fits || person === undefined || !person.active) {
        await brake.failed(name, address);
        throw new EngineError(
          'session.required',
          'The user name or the password is not right. Check both and try again.',
          { params: { reason: 'wrong' } },
        );
      }
      await brake.succeeded(name);
      return person;
    },
    async add(person, password) {
      if (password.length < SHORTEST_PASSWORD)
        throw new EngineError(
          'request.invalid',
          `The password is too short. Choose at least ${SHORTEST_PASSWORD} characters.`,
        );
      await addAccount(store, person, await hashPassword(password));
      await keeper.refresh();
    },
  };
}

/** Stores a person and the hash of a password, wherever it came from. */
export async function addAccount(store: Store, person: Person, password: string): Promise<void> {
  const login = person.login.toLowerCase();
  const taken = await store.putRecord({
    register: ACCOUNTS,
    id: login,
    value: { person: person.id, password },
    expect: 0,
  });
  if (taken.kind === 'conflict')
    throw new EngineError('request.invalid', `The user name "${login}" is taken. Choose another.`);
  await store.putRecord({ register: PEOPLE, id: person.id, value: personRecord(person) });
}
