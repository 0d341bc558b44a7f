import type { HistoryEntry } from './history.ts';
import type { Instance } from './instance.ts';

/**
 * All that one step changes, as plain data. A store applies it wholly or not at all.
 *
 * `turn` is the turn that was read; 0 says that the instance does not exist yet. `after` is the instance as it is
 * then; `changed` names what differs in it, as `field` or `field.key`, for stores that send only the difference (at a
 * start all of it is new).
 */
export interface Commit {
  readonly turn: number;
  readonly after: Instance;
  readonly changed: readonly string[];
  readonly entry: HistoryEntry;
  /** A start whose number was given and not allocated: it need not be the next of its series. */
  readonly leavesGap?: boolean;
}

/** What a store says of a commit. Only `applied` changed anything. */
export type CommitResult =
  | { readonly kind: 'applied' }
  /** The command id is known: answer what it answered then. */
  | { readonly kind: 'repeated'; readonly instance: string; readonly rev: number; readonly digest: string | null }
  /** Another write came first. */
  | { readonly kind: 'conflict'; readonly turn: number | null }
  | { readonly kind: 'number-taken' }
  | { readonly kind: 'key-taken'; readonly holder: string };
