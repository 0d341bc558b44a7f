import type { Json, JsonObject } from './json.ts';
import type { Signature } from './signature.ts';

/** What happened: one entry for each revision of an instance, chained by hash. */
export interface HistoryEntry {
  readonly instance: string;
  readonly rev: number;
  readonly at: number;
  readonly command: string;
  readonly event: HistoryEvent;
  readonly from: Json;
  readonly to: Json;
  /** Top-level names of `data` that this step wrote, with their new values. */
  readonly changes: JsonObject;
  /** Settings that expressions of this step read, by dotted path. */
  readonly settings: JsonObject;
  /** Names that the answers' ids had at that moment. */
  readonly refs: JsonObject;
  /** What the engine did beside the move: tasks opened and closed, fallbacks, incidents. */
  readonly notes: readonly HistoryNote[];
  readonly prev: string;
  readonly hash: string;
}

export interface HistoryEvent {
  readonly kind:
    | 'start'
    | 'task'
    | 'command'
    | 'timer'
    | 'effect'
    | 'claim'
    | 'release'
    | 'incident'
    | 'message'
    | 'ladder'
    | 'reassign'
    | 'due'
    | 'resolve'
    | 'items'
    | 'call_back'
    | 'signature'
    | 'separation';
  /** The outcome, command, delay or effect; the plain word of the file. */
  readonly type: string;
  readonly by: string | null;
  readonly onBehalfOf?: string;
  /** The state it happened in. */
  readonly state?: string;
  /** The task, timer or effect. */
  readonly subject?: string;
  /** What came with it and is not in `changes`: an error of an effect, the version at a start. */
  readonly data?: Json;
}

export type HistoryNote =
  | { readonly kind: 'entered' | 'left'; readonly state: string; readonly visit: number }
  | { readonly kind: 'took'; readonly transition: string }
  | { readonly kind: 'opened' | 'closed' | 'withdrawn'; readonly task: string; readonly state: string }
  | { readonly kind: 'due'; readonly task: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'ladder'; readonly task: string | null; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'told'; readonly task: string | null; readonly level: string; readonly to: readonly string[] }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed'; readonly suspendedMs: number }
  | { readonly kind: 'signed'; readonly signature: Signature }
  | { readonly kind: 'signature_void'; readonly signature: string; readonly names: readonly string[] }
  | { readonly kind: 'fallback'; readonly task: string; readonly to: string }
  | { readonly kind: 'incident'; readonly incident: string; readonly code: string }
  | { readonly kind: 'ended'; readonly end: string; readonly status: string };
