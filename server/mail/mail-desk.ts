import { EngineError } from '../../engine/model/engine-error.ts';
import { textIn } from '../../engine/model/language.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import { isoOf } from '../../engine/step/run.ts';
import { personName, type Reader } from '../services/reader.ts';
import type { FailedMailView, MailChoiceView } from '../services/views/mail-view.ts';
import type { Page } from '../services/views/shared-views.ts';
import { digestTime } from './digest-moment.ts';
import { type MailPreferences, readPreferences, writePreferences } from './mail-preferences.ts';
import { type MailRow, MAILS, mailKey, mailPut } from './mail-row.ts';

/** What people decide about mails: each which they get, and an administrator what becomes of the failed. */
export interface MailDesk {
  choice(reader: Reader): Promise<MailChoiceView>;
  choose(reader: Reader, said: MailPreferences): Promise<MailChoiceView>;
  /** Mails in a state, oldest first. Throws `permission.denied` for all but administrators. ML8 */
  list(
    reader: Reader,
    query: { readonly state: MailRow['state']; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<FailedMailView>>;
  /** Lets a failed mail wait again, from its first attempt; any other stays as it is. Throws `mail.not_found`. */
  retry(reader: Reader, id: string): Promise<FailedMailView>;
}

export interface MailDeskParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Wakes the courier; null where no mails are sent. */
  readonly kick: (() => void) | null;
}

export function openMailDesk({ store, clock, kick }: MailDeskParts): MailDesk {
  const choiceOf = ({ person, plant }: Reader, said: MailPreferences): MailChoiceView => ({
    sends: kick !== null,
    address: person.email ?? null,
    ...said,
    digestAt: digestTime(plant.settings),
  });
  return {
    choice: async (reader) => choiceOf(reader, await readPreferences(store, reader.person.id)),
    async choose(reader, said) {
      await writePreferences(store, reader.person.id, said);
      return choiceOf(reader, said);
    },
    async list(reader, { state, limit, cursor }) {
      refuseOthers(reader);
      const page = await store.listRecords({
        ...{ register: MAILS, key: mailKey(state), limit },
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { items: page.items.map((one) => viewOf(one.value as unknown as MailRow, reader)), next: page.next };
    },
    async retry(reader, id) {
      refuseOthers(reader);
      const record = await store.getRecord(MAILS, id);
      if (record === undefined) throw new EngineError('mail.not_found', 'There is no such mail.');
      const row = record.value as unknown as MailRow;
      if (row.state !== 'failed') return viewOf(row, reader);
      const again: MailRow = { ...row, state: 'waiting', attempt: 0, lease: null, dueAt: clock.now() };
      await store.putRecord(mailPut(again, record.rev));
      kick?.();
      return viewOf(again, reader);
    },
  };
}

function refuseOthers({ person }: Reader): void {
  if (!person.roles.includes('system_admin'))
    throw new EngineError('permission.denied', 'Only system administrators see the mails of others.');
}

function viewOf(row: MailRow, reader: Reader): FailedMailView {
  const { id, person, kind, state, items, at, dueAt, attempt, problem, sentAt } = row;
  return {
    id,
    person: { id: person, name: personName(reader, person) },
    kind,
    state,
    titles: items.map((item) => textIn(item.title, reader.language)),
    at: isoOf(at),
    dueAt: state === 'waiting' ? isoOf(dueAt) : null,
    sentAt: sentAt === null ? null : isoOf(sentAt),
    attempts: attempt,
    problem,
  };
}
