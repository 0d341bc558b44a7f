import type { Clock } from '../../engine/ports/clock.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { digestTime, nextDigestAt } from './digest-moment.ts';
import { readPreferences } from './mail-preferences.ts';
import { type MailItem, type MailRow, MAILS, mailPut, newMail } from './mail-row.ts';

export interface MailToQueue {
  readonly person: string;
  readonly item: MailItem;
  /** Only to be known: goes with the day's other news instead of alone. */
  readonly digest: boolean;
  readonly at: number;
}

/** Where mails wait until they are sent. */
export interface MailOutbox {
  /** Adds a mail, or a line of the day's digest. The same notification is added once, however often it is asked. ML2, ML7 */
  queue(mail: MailToQueue): Promise<void>;
}

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  /** A mail may be due. */
  readonly onQueued: () => void;
}

/** A plant without a mail server queues nothing: it would be sent all at once on the day it gets one. ML1 */
export const NO_OUTBOX: MailOutbox = { queue: async () => undefined };

/** How often a digest that others write to at the same moment is read again. */
const TRIES = 50;

export function openMailOutbox({ store, clock, keeper, onQueued }: OutboxParts): MailOutbox {
  const addToDigest = async ({ person, item, at }: MailToQueue): Promise<void> => {
    const plant = keeper.plant();
    let dueAt = nextDigestAt(at, digestTime(plant.settings), plant.zone);
    for (let tries = 0; tries < TRIES; tries++) {
      const id = digestId(dueAt, person);
      const record = await store.getRecord(MAILS, id);
      const row = (record?.value as unknown as MailRow | undefined) ?? null;
      if (row?.items.some((told) => told.id === item.id) === true) return;
      if (row !== null && (row.state !== 'waiting' || row.attempt > 0)) {
        // It is on its way: the news waits for the next one.
        dueAt = nextDigestAt(Math.max(dueAt, clock.now()), digestTime(plant.settings), plant.zone);
        continue;
      }
      const next =
        row === null
          ? newMail({ id, person, kind: 'digest', items: [item], at, dueAt })
          : { ...row, items: [...row.items, item] };
      if ((await store.putRecord(mailPut(next, record?.rev ?? 0))).kind === 'stored') return;
    }
    throw new Error(`The digest of ${person} is written to by too many at once.`);
  };

  return {
    async queue(mail) {
      const { person, item, digest, at } = mail;
      const known = keeper.plant().people.get(person);
      if (known?.email === undefined) return;
      const wants = await readPreferences(store, person);
      if (!(digest ? wants.digest : wants.immediate)) return;
      if (digest) await addToDigest(mail);
      else
        await store.putRecord(
          mailPut(newMail({ id: item.id, person, kind: 'immediate', items: [item], at, dueAt: at }), 0),
        );
      onQueued();
    },
  };
}

/** One a person and day. */
function digestId(dueAt: number, person: string): string {
  return `${String(dueAt).padStart(15, '0')}:digest:${person}`;
}
