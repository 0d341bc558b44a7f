import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { StoredRecord } from '../../engine/ports/store.ts';

/** Where a stored row keeps what is not a field of it. FEEL cannot name it, and no schema allows it. */
const KEPT = '#kept';

/** A row remembers the effects that changed it last, so that a repeat is known by its key. */
export const MOST_EFFECTS = 64;

/** One change of a row: who did it in which case, and what it was before and after. */
export interface RowChange {
  readonly register: string;
  readonly id: string;
  /** The row's revision after it. */
  readonly rev: number;
  readonly at: number;
  /** The person whose action asked for it; null if a timer or an effect did. */
  readonly by: string | null;
  /** The case that changed it; null if a person did on a page. */
  readonly instance: { readonly id: string; readonly number: string } | null;
  /** The fields before; null if it did not exist. */
  readonly old: JsonObject | null;
  readonly new: JsonObject;
  /** Why, in words of the person who changed it by hand. */
  readonly reason?: string;
  /** The import that brought it. */
  readonly import?: string;
  /** It was taken out of the register: `new` is what it was. */
  readonly removed?: true;
}

/** What stands beside the fields. */
export interface KeptOfRow {
  /** The change that made this revision; older ones are rows of the history. */
  readonly change: RowChange | null;
  /** Keys of effects that were done to it, latest last, each with the revision that it made. */
  readonly effects: readonly { readonly key: string; readonly rev: number }[];
}

/** The fields of a stored row: what people and workflows see of it. */
export function fieldsOf(value: Json): JsonObject {
  if (!isJsonObject(value)) return {};
  if (!Object.hasOwn(value, KEPT)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== KEPT));
}

/** What stands beside the fields; nothing yet for a row that was imported. */
export function keptOf(value: Json): KeptOfRow {
  const kept = isJsonObject(value) ? value[KEPT] : undefined;
  return kept === undefined ? { change: null, effects: [] } : (kept as unknown as KeptOfRow);
}

/** The value to store. */
export function storedRow(fields: JsonObject, kept: KeptOfRow): JsonObject {
  return { ...fields, [KEPT]: { ...kept, effects: kept.effects.slice(-MOST_EFFECTS) } as unknown as Json };
}

/** A row as workflows see it: its fields and its revision. */
export function seenRow(record: StoredRecord): JsonObject {
  return { ...fieldsOf(record.value), rev: record.rev };
}
