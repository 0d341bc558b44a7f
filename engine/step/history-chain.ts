import type { HistoryEntry } from '../model/history.ts';
import { type Json, isJsonObject } from '../model/json.ts';

/** Hashes a text to lower-case hex. A parameter: the engine is pure and synchronous. */
export type Sha256 = (text: string) => string;

/** The hash before the first entry. */
export const CHAIN_START = '';

/**
 * JSON with its keys in code-point order and no white space: equal values give equal texts, wherever they were made.
 * The rules are those of RFC 8785 for the values that history holds.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((entry: Json) => canonicalJson(entry)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}

/** Chains an entry to the one before it: `hash = sha256(prev + canonical(entry without hash))`. HI2 */
export function chainEntry(entry: Omit<HistoryEntry, 'hash'>, sha256: Sha256): HistoryEntry {
  return { ...entry, hash: hashOf(entry, sha256) };
}

function hashOf(entry: Omit<HistoryEntry, 'hash'>, sha256: Sha256): string {
  return sha256(entry.prev + canonicalJson(entry as unknown as Json));
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: number; readonly reason: string };

/**
 * Verifies the entries of one instance, oldest first, without a server or a secret: an entry that was changed,
 * deleted, inserted or moved is named by its revision. HI3
 *
 * A cut end shows only against the instance's own `head` and `rev`, which the caller passes if it has them.
 */
export function verifyChain(
  entries: readonly HistoryEntry[],
  sha256: Sha256,
  end?: { readonly head: string; readonly rev: number },
): ChainVerdict {
  const broken = (brokenAt: number, reason: string): ChainVerdict => ({
    intact: false,
    entries: entries.length,
    brokenAt,
    reason,
  });
  let prev = CHAIN_START;
  const instance = entries[0]?.instance;
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (entry.rev !== index + 1)
      return broken(
        index + 1,
        `Entry ${index + 1} is missing or stands in another place: entry ${entry.rev} was found there.`,
      );
    if (entry.instance !== instance) return broken(entry.rev, `Entry ${entry.rev} belongs to another case.`);
    if (entry.prev !== prev) return broken(entry.rev, `Entry ${entry.rev} does not follow the entry before it.`);
    if (hashOf(entry, sha256) !== hash)
      return broken(entry.rev, `Entry ${entry.rev} was changed after it was written.`);
    prev = hash;
  }
  if (end !== undefined && (end.rev !== entries.length || end.head !== prev))
    return broken(entries.length + 1, `The history ends at entry ${entries.length}, the case says ${end.rev}.`);
  return { intact: true, entries: entries.length, head: prev };
}
