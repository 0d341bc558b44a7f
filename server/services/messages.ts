import { EngineError, isEngineError, mayRetry } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Store, StoredRecord } from '../../engine/ports/store.ts';
import type { Engine } from '../../engine/runtime/engine.ts';

const MESSAGES = 'messages';
/** Cases of one key that can wait for one message; a signal goes to more, page by page. */
const PAGE = 50;
/** Without a word of the sender a message that nobody takes waits a week. */
const DEFAULT_TTL_MS = 7 * 24 * 3_600_000;

/** What somebody wants to tell cases. With a key it waits for one; without, it is a signal to all that can take it now. */
export interface Message {
  /** Unique for its sender. */
  readonly id: string;
  readonly sender: string;
  readonly workflow: string;
  readonly key: string | null;
  readonly type: string;
  readonly data: Json;
  /** The person in whose name it comes; null for a program or a case. */
  readonly by: string | null;
  readonly ttlMs?: number;
}

export interface StoredMessage extends Omit<Message, 'ttlMs'> {
  readonly createdAt: number;
  readonly untilAt: number;
  readonly state: 'waiting' | 'delivered' | 'expired';
  /** The cases that took it. */
  readonly takenBy: readonly string[];
}

/** A durable inbox: a message is a row first, and is delivered once, by whichever server comes to it. */
export interface Messages {
  /** Keeps a message. A repeat of sender and id changes nothing. Delivery follows. */
  put(message: Message): Promise<StoredMessage>;
  /** Delivers what can be delivered, and ends what waited too long. How many were delivered. */
  deliver(): Promise<number>;
  /** What waits or waited in vain, newest last. */
  list(state: 'waiting' | 'expired', limit: number): Promise<readonly StoredMessage[]>;
  /** True if something may wait: a commit then looks whether its case can take it. */
  mayWait(): boolean;
  /** Lets an expired message wait once more. */
  retry(id: string): Promise<StoredMessage>;
}

export function openMessages(parts: {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: Clock;
}): Messages {
  const { store, clock } = parts;
  const write = (message: StoredMessage, expect: number) =>
    store.putRecord({
      register: MESSAGES,
      id: rowId(message),
      value: message as unknown as Json,
      keys: [`state:${message.state}`],
      expect,
    });
  const handle = async (record: StoredRecord): Promise<{ readonly told: number; readonly waits: boolean }> => {
    const message = record.value as unknown as StoredMessage;
    const takenBy = await deliverOne(parts, message);
    const isOver = takenBy.length > 0 || message.key === null;
    const state = isOver ? 'delivered' : message.untilAt <= clock.now() ? 'expired' : 'waiting';
    // A message that somebody else ended meanwhile was delivered under the same command ids: nothing is doubled.
    if (state !== message.state) await write({ ...message, state, takenBy }, record.rev);
    return { told: takenBy.length, waits: state === 'waiting' };
  };
  let waits = true;
  let added = 0;
  const add = (): void => {
    added += 1;
    waits = true;
  };
  return {
    mayWait: () => waits,
    async put({ ttlMs = DEFAULT_TTL_MS, ...message }) {
      const createdAt = clock.now();
      const kept: StoredMessage = { ...message, createdAt, untilAt: createdAt + ttlMs, state: 'waiting', takenBy: [] };
      add();
      const result = await write(kept, 0);
      return result.kind === 'stored' ? kept : (result.record?.value as unknown as StoredMessage);
    },
    async deliver() {
      let delivered = 0;
      let waiting = false;
      const before = added;
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await store.listRecords({
          register: MESSAGES,
          key: 'state:waiting',
          limit: PAGE,
          ...(cursor === '' ? {} : { cursor }),
        });
        for (const record of page.items) {
          const done = await handle(record);
          delivered += done.told;
          waiting ||= done.waits;
        }
        cursor = page.next;
      }
      // What came meanwhile may stand behind the page that was read. One signal to many is still one message.
      waits = waiting || added !== before;
      return delivered;
    },
    async list(state, limit) {
      const page = await store.listRecords({ register: MESSAGES, key: `state:${state}`, limit, descending: true });
      return page.items.map((record) => record.value as unknown as StoredMessage);
    },
    async retry(id) {
      const record = await store.getRecord(MESSAGES, id);
      const message = record?.value as unknown as StoredMessage | undefined;
      if (record === undefined || message === undefined || message.state !== 'expired')
        throw new EngineError('incident.not_found', 'There is no such message that waited in vain.');
      const again: StoredMessage = { ...message, state: 'waiting', untilAt: clock.now() + DEFAULT_TTL_MS };
      await write(again, record.rev);
      add();
      return again;
    },
  };
}

/** One row for one sender and id. */
function rowId({ sender, id }: Pick<StoredMessage, 'sender' | 'id'>): string {
  return `${sender}:${id}`;
}

/** Tells the case that holds the key, or for a signal every running case; one that cannot take it now is passed over. */
async function deliverOne(
  { store, engine }: { readonly store: Store; readonly engine: Engine },
  message: StoredMessage,
): Promise<readonly string[]> {
  const takenBy: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await store.listInstances({
      viewer: null,
      workflow: message.workflow,
      status: 'active',
      ...(message.key === null ? {} : { key: message.key }),
      limit: PAGE,
      ...(cursor === '' ? {} : { cursor }),
    });
    for (const { id } of page.items) {
      // One case takes a message that has a key: the same command id for all would make the second a repeat of the first.
      if (message.key !== null && takenBy.length > 0) return takenBy;
      if (await tell(engine, message, id)) takenBy.push(id);
    }
    cursor = page.next;
  }
  if (takenBy.length > 0 || message.key === null) return takenBy;
  // A case that took it before a crash and has ended since is among the running ones no more.
  const taken = await store.findCommand(commandOf(message, ''));
  return taken === undefined ? [] : [taken.instance];
}

/** One command for a message that one case takes; one a case for a signal. */
function commandOf(message: StoredMessage, instance: string): string {
  return `message:${rowId(message)}${message.key === null ? `:${instance}` : ''}`;
}

async function tell(engine: Engine, message: StoredMessage, instance: string): Promise<boolean> {
  const id = commandOf(message, instance);
  try {
    await engine.send({ kind: 'message', id, instance, type: message.type, by: message.by, data: message.data });
    return true;
  } catch (error) {
    // Taken by another case before a crash: the id is known there, so it counts as taken.
    if (isEngineError(error, 'command.reused')) return true;
    if (isEngineError(error) && (mayRetry(error.code) || error.code === 'store.closed')) throw error;
    // Whatever its case has against it (it ended, its workflow fails there), it waits and holds up no other. EF7
    return false;
  }
}
