import type { Commit, CommitResult } from '../model/commit.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { Effect, Instance, InstanceStatus, Task } from '../model/instance.ts';
import type { Json } from '../model/json.ts';

/**
 * Where instances, their history and the plant's records live. Every promise has a number in `engine/SPEC.md` (ST1 …)
 * and one suite holds all adapters to it.
 *
 * The store reads no clock: every moment is an argument (ST14). Nothing given in or handed out is shared (ST13). A
 * method may throw `store.unavailable`: what it was to do is then *unknown*, not failed; look, then ask again.
 */
export interface Store extends InstanceStore, RecordStore {
  /** Ends it. Twice is harmless; any call afterwards throws `store.closed`. ST15 */
  close(): Promise<void>;
}

export interface InstanceStore {
  /** True if a start whose sequence is not the next of its series is refused as `number-taken`, so that starts may run side by side without gaps. */
  readonly refusesGaps: boolean;
  /** The instance as it was last written, or undefined. ST1 */
  load(id: string): Promise<Instance | undefined>;
  /** Applies a commit wholly or not at all. ST2–ST6 */
  commit(commit: Commit): Promise<CommitResult>;
  /** A command that was applied, however long ago. ST4 */
  findCommand(id: string): Promise<FoundCommand | undefined>;
  /** The highest sequence of a series, 0 if it has none. */
  lastSeq(series: string): Promise<number>;
  /** The instance that holds a business key, or undefined. */
  holderOf(keyHeld: string): Promise<string | undefined>;
  /** Takes a lease on what is due at `now`, earliest first, at most `limit`. ST8, ST9, ST11 */
  claimDue(claim: Claim): Promise<readonly DueWork[]>;
  /** Ends or postpones leased work that nobody waits for. False: the lease was lost. ST10 */
  settle(settlement: Settlement): Promise<boolean>;
  /** When something is due next, or null. */
  nextDueAt(): Promise<number | null>;
  listTasks(query: TaskQuery): Promise<Page<TaskRow>>;
  /** How many tasks `listTasks` would give, but at most `stopAt`. */
  countTasks(query: TaskFilter, stopAt: number): Promise<number>;
  listInstances(query: InstanceQuery): Promise<Page<InstanceRow>>;
  countInstances(query: InstanceFilter, stopAt: number): Promise<number>;
  /** Entries after `afterRev`, oldest first, at most `limit`. ST6 */
  history(instance: string, afterRev: number, limit: number): Promise<readonly HistoryEntry[]>;
}

export interface FoundCommand {
  readonly instance: string;
  readonly rev: number;
  /** Null where only history remembers it. */
  readonly digest: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null at the end. It survives inserts. ST12 */
  readonly next: string | null;
}

export interface Claim {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  /** Names the claimer's leases; unique for each claim. */
  readonly token: string;
}

export type DueWork =
  | {
      readonly kind: 'timer';
      readonly instance: string;
      readonly id: string;
      readonly dueAt: number;
      readonly attempt: number;
      readonly lease: string;
    }
  | {
      readonly kind: 'effect';
      readonly instance: string;
      readonly id: string;
      readonly dueAt: number;
      readonly attempt: number;
      readonly lease: string;
      readonly effect: Effect;
    };

export interface Settlement {
  readonly instance: string;
  readonly work: string;
  readonly lease: string;
  readonly now: number;
  /** It leaves the outbox, or is due again later with what went wrong. */
  readonly outcome:
    | { readonly kind: 'done' }
    /** A child case runs; nothing is due until it ends. */
    | { readonly kind: 'waits' }
    | {
        readonly kind: 'again';
        readonly dueAt: number;
        readonly problem: { readonly code: string; readonly message: string };
      };
}

/** Which open tasks: those found by one of the words, of cases that the viewer may see. */
export interface TaskFilter {
  /** `m:U03` what a person holds, `a:r:role` and `a:p:U03` what is offered and taken by nobody, `d:PR` a department's. */
  readonly words: readonly string[];
  /** The person from whom offered tasks are kept that exclude them. */
  readonly person: string;
  /** The reader's tokens; null sees every case. */
  readonly viewer: readonly string[] | null;
  /** Only what was due before this moment. */
  readonly dueBefore?: number;
  /** Only tasks of this workflow. */
  readonly workflow?: string;
  /** A part of number or subject of the case, small or capital letters. */
  readonly q?: string;
}

export interface TaskQuery extends TaskFilter {
  readonly order: 'due' | 'newest';
  readonly limit: number;
  readonly cursor?: string;
}

export interface TaskRow {
  readonly task: Task;
  readonly instance: Pick<Instance, 'id' | 'number' | 'subject' | 'workflow' | 'version'>;
}

export interface InstanceFilter {
  readonly viewer: readonly string[] | null;
  readonly workflow?: string;
  readonly status?: InstanceStatus;
  readonly key?: string;
  /** Only cases with an incident. */
  readonly stopped?: true;
  /** A part of number or subject, small or capital letters. */
  readonly q?: string;
}

/** Newest first. */
export interface InstanceQuery extends InstanceFilter {
  readonly limit: number;
  readonly cursor?: string;
}

export type InstanceRow = Pick<
  Instance,
  | 'id'
  | 'number'
  | 'subject'
  | 'workflow'
  | 'version'
  | 'status'
  | 'light'
  | 'state'
  | 'startedAt'
  | 'endedAt'
  | 'initiator'
  | 'end'
  | 'updatedAt'
> & {
  readonly incidents: number;
};

/** Rows of registers: plant data, accounts, sessions, files, documents, notifications, versions. */
export interface RecordStore {
  getRecord(register: string, id: string): Promise<StoredRecord | undefined>;
  /** Those of the records that are there, by their ids. At most some hundred at once. RC5 */
  getRecords(register: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Writes a record if its revision is `expect` (0: it does not exist yet; undefined: whatever is there). RC1 */
  putRecord(put: RecordPut): Promise<RecordResult>;
  /** Removes it; removing what is not there is harmless. */
  removeRecord(register: string, id: string): Promise<void>;
  /** Removes it if its revision is `rev`, and says whether it did. RC4 */
  removeRecordAt(register: string, id: string, rev: number): Promise<boolean>;
  /** How many records a register has, but at most `stopAt`. RC3 */
  countRecords(register: string, stopAt: number): Promise<number>;
  /** Records by a key they carry, or all of a register, in order of their ids. RC2 */
  listRecords(query: RecordQuery): Promise<Page<StoredRecord>>;
}

export interface StoredRecord {
  readonly register: string;
  readonly id: string;
  readonly rev: number;
  /** Texts it can be found by. */
  readonly keys: readonly string[];
  readonly value: Json;
}

export interface RecordPut {
  readonly register: string;
  readonly id: string;
  readonly value: Json;
  readonly keys?: readonly string[];
  readonly expect?: number;
}

export type RecordResult =
  | { readonly kind: 'stored'; readonly rev: number }
  | { readonly kind: 'conflict'; readonly record: StoredRecord | undefined };

export interface RecordQuery {
  readonly register: string;
  readonly key?: string;
  readonly limit: number;
  readonly cursor?: string;
  readonly descending?: boolean;
}
