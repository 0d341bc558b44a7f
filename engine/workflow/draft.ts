import type { Plus } from '../feel/functions.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Evidence } from '../model/instance.ts';

/**
 * What one step writes while it runs. Guards, `params`, `input` and `set` all see this one draft; a refusal drops it.
 *
 * It is the only mutable thing of the engine, and it never outlives the step.
 */
export interface Draft {
  data: JsonObject;
  visits: { readonly [state: string]: number };
  evidence: { readonly [name: string]: Evidence };
  event: JsonObject;
  readonly instance: JsonObject;
  readonly settings: JsonObject;
  /** The step's one moment, ISO 8601 UTC. */
  readonly now: string;
  /** Adds a duration to a moment in working time; null for what cannot be read. */
  readonly plus: Plus;
  /** The item that a `forEach` speaks of, under the name the file gives it. */
  item: { readonly name: string; readonly value: Json } | null;
  /** States entered and left, in order. */
  readonly marks: Mark[];
  /** Candidates that were taken, in order. */
  readonly took: string[];
  /** Names of `data` that were written. */
  readonly written: Set<string>;
  /** Settings that were read, by dotted path. */
  readonly settingsRead: Map<string, Json>;
}

export interface Mark {
  readonly kind: 'enter' | 'leave';
  readonly state: string;
  readonly visit: number;
}

/** Writes one top-level name of `data`; null clears it. */
export function writeData(draft: Draft, name: string, value: Json): void {
  const { [name]: _old, ...rest } = draft.data;
  draft.data = value === null ? rest : { ...rest, [name]: value };
  draft.written.add(name);
}

/** The values of FEEL's roots, in the order of `FEEL_ROOTS`, and the item behind them if there is one. */
export function rootValues(draft: Draft): readonly unknown[] {
  const roots = [draft.data, draft.evidence, draft.visits, draft.event, draft.instance, draft.settings, draft.now];
  return draft.item === null ? roots : [...roots, draft.item.value];
}

/** Runs `work` while FEEL knows an item by its name. EA1 */
export function withItem<T>(draft: Draft, item: Draft['item'], work: () => T): T {
  const outer = draft.item;
  draft.item = item;
  try {
    return work();
  } finally {
    draft.item = outer;
  }
}
