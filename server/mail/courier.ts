import { createHash } from 'node:crypto';
import { textIn } from '../../engine/model/language.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Logger } from '../../engine/ports/logger.ts';
import type { Store } from '../../engine/ports/store.ts';
import {
  askBreaker,
  type BreakerPolicy,
  CLOSED,
  noteAnswer,
  noteFailure,
} from '../../engine/runtime/circuit-breaker.ts';
import { planRetry, type RetryPolicy } from '../../engine/runtime/retry-policy.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { frameMail } from './frame.ts';
import { type Letter, type Mailer, MailFailure } from './mailer.ts';
import { type MailRow, MAILS, mailKey, mailPut } from './mail-row.ts';

export interface CourierParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: PlantKeeper;
  readonly mailer: Mailer;
  readonly logger: Logger;
  readonly publicUrl: string;
  /** A name for a lease, never used before. */
  readonly newToken: () => string;
  /** A number in [0, 1). */
  readonly jitter: () => number;
}

/** Takes mails that are due to the mail server. */
export interface MailCourier {
  /** Sends some of what is due now; answers how many were taken by the server. 0: nothing more can be sent now. */
  deliver(): Promise<number>;
}

/** A mail server that is down for a working day is bridged; then a person decides. */
export const MAIL_POLICY: RetryPolicy = { attempts: 24, firstWaitMs: 5_000, longestWaitMs: 1_800_000 };
/** Outlasts the longest talk with a mail server. */
const LEASE_MS = 120_000;
const PAGE = 100;
/** A round ends after so many, so that a server that is to stop need not wait long. */
const ROUND = 20;
/** One connection that fails says it for all mails: the server is left in peace for a while. */
const BREAKER: BreakerPolicy = { failures: 1, openMs: 30_000 };

interface Taken {
  readonly row: MailRow;
  readonly rev: number;
}

/**
 * Sends mails, one after another. A lease keeps two servers from sending one mail at once; after a crash between sending
 * and noting it the mail is sent again under the same Message-ID. ML3, ML6, ML8
 */
export function openMailCourier(parts: CourierParts): MailCourier {
  const { store, clock } = parts;
  let breaker = CLOSED;
  return {
    async deliver() {
      let sent = 0;
      let cursor: string | null = null;
      do {
        const page = await store.listRecords({
          ...{ register: MAILS, key: mailKey('waiting'), limit: PAGE },
          ...(cursor === null ? {} : { cursor }),
        });
        for (const { value, rev } of page.items) {
          const may = askBreaker(BREAKER, breaker, clock.now());
          if (sent >= ROUND || may.kind === 'rest') return sent;
          const taken = await take(parts, { row: value as unknown as MailRow, rev });
          if (taken === null) continue;
          const done = await deliverOne(parts, taken);
          breaker = done === 'unreachable' ? noteFailure(BREAKER, may.breaker, clock.now()) : noteAnswer();
          if (done === 'sent') sent += 1;
        }
        cursor = page.next;
      } while (cursor !== null);
      return sent;
    },
  };
}

/** Leases a mail if it is due and nobody holds it. Null: not now, or another was faster. */
async function take({ store, clock, newToken }: CourierParts, { row, rev }: Taken): Promise<Taken | null> {
  const now = clock.now();
  if (row.dueAt > now || (row.lease !== null && row.lease.untilAt > now)) return null;
  const leased = { ...row, attempt: row.attempt + 1, lease: { token: newToken(), untilAt: now + LEASE_MS } };
  const put = await store.putRecord(mailPut(leased, rev));
  return put.kind === 'stored' ? { row: leased, rev: put.rev } : null;
}

type Delivered = 'sent' | 'unreachable' | 'not-sent';

/** Sends a mail and notes what came of it, unless the lease was lost meanwhile. */
async function deliverOne(parts: CourierParts, { row, rev }: Taken): Promise<Delivered> {
  const { store, clock, logger } = parts;
  const note = async (change: Partial<MailRow>): Promise<void> => {
    await store.putRecord(mailPut({ ...row, lease: null, ...change }, rev));
  };
  const letter = letterOf(parts, row);
  if (letter === null) {
    await note({
      state: 'failed',
      problem: { code: 'mail.no_address', message: 'The person has no address any more.' },
    });
    return 'not-sent';
  }
  const failure = await parts.mailer.send(letter).then(
    () => null,
    (error: unknown) =>
      error instanceof MailFailure ? error : new MailFailure('passing', 'mail.failed', String(error)),
  );
  if (failure === null) {
    await note({ state: 'sent', problem: null, sentAt: clock.now() });
    return 'sent';
  }
  const { code, message, kind } = failure;
  const plan =
    kind === 'refused'
      ? { kind: 'give-up' as const }
      : planRetry(MAIL_POLICY, row.attempt, { failedAt: clock.now(), jitter: parts.jitter() });
  if (plan.kind === 'give-up') logger.warn({ mail: row.id, code }, 'A mail could not be sent and is given up.');
  await note({
    problem: { code, message },
    ...(plan.kind === 'give-up' ? { state: 'failed' as const } : { dueAt: plan.dueAt }),
  });
  return kind === 'unreachable' ? 'unreachable' : 'not-sent';
}

function letterOf({ keeper, publicUrl }: CourierParts, row: MailRow): Letter | null {
  const plant = keeper.plant();
  const person = plant.people.get(row.person);
  if (person?.email === undefined || !person.active) return null;
  const { language, email } = person;
  const name = textIn(person.name, language);
  return {
    ...frameMail({ row, language, receiver: name, plant: plant.name, publicUrl }),
    to: { name, address: email },
    messageId: messageIdOf(row.id, publicUrl),
  };
}

/** Made from the row alone: the same at every attempt, on every server. */
function messageIdOf(id: string, publicUrl: string): string {
  return `<${createHash('sha256').update(`mail:${id}`).digest('hex').slice(0, 40)}@${new URL(publicUrl).hostname}>`;
}
