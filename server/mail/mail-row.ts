import type { Json } from '../../engine/model/json.ts';
import type { Text } from '../../engine/model/language.ts';

/** The register of mails: what is to be sent, was sent, or could not be. */
export const MAILS = 'mails';

/** One thing that a mail tells, in every language: a person who changes theirs reads the next mail in it. */
export interface MailItem {
  /** The notification that tells the same in the product. */
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  readonly instance: { readonly id: string; readonly number: string } | null;
}

/** A mail to one person. Its address and language are looked up when it is sent. */
export interface MailRow {
  readonly id: string;
  readonly person: string;
  readonly kind: 'immediate' | 'digest';
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly items: readonly MailItem[];
  readonly at: number;
  readonly dueAt: number;
  /** How often it was taken to be sent; counted before, so that what kills the server is counted too. */
  readonly attempt: number;
  readonly lease: { readonly token: string; readonly untilAt: number } | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly sentAt: number | null;
}

/** A mail that waits for its time, not yet tried. */
export function newMail(given: Pick<MailRow, 'id' | 'person' | 'kind' | 'items' | 'at' | 'dueAt'>): MailRow {
  return { ...given, state: 'waiting', attempt: 0, lease: null, problem: null, sentAt: null };
}

/** How it is written: found by its state. */
export function mailPut(row: MailRow, expect: number) {
  return { register: MAILS, id: row.id, value: row as unknown as Json, keys: [mailKey(row.state)], expect };
}

/** The key of all mails in a state. */
export function mailKey(state: MailRow['state']): string {
  return `state:${state}`;
}
