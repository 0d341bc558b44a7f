import type { Json } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';

/** Which mails a person wants. In the product they are told in any case. */
export interface MailPreferences {
  /** Tasks, deadlines, escalations: at once. */
  readonly immediate: boolean;
  /** What is only to be known: once a day. */
  readonly digest: boolean;
}

const REGISTER = 'mail-preferences';
const ALL: MailPreferences = { immediate: true, digest: true };

/** What a person has said; who said nothing gets all. */
export async function readPreferences(store: Store, person: string): Promise<MailPreferences> {
  const record = await store.getRecord(REGISTER, person);
  return record === undefined ? ALL : (record.value as unknown as MailPreferences);
}

/** Keeps what a person says. It holds for what comes from now on. */
export async function writePreferences(store: Store, person: string, said: MailPreferences): Promise<void> {
  await store.putRecord({ register: REGISTER, id: person, value: { ...said } as unknown as Json });
}
