import type { Json } from '../../../engine/model/json.ts';

/**
 * JSON into BSON and back, equal. Pure. ST7
 *
 * A few things that JSON may hold, BSON or its driver changes, refuses or takes for something else: keys that begin with
 * `$` (`{$ref, $id}` comes back as an object of the driver), `_bsontype`, zero characters in keys, halves of a
 * surrogate pair, more than a hundred levels. A value with any of them is kept as its JSON text. It is never searched.
 */

/** The one key of a value that is kept as text. A value that uses it itself is kept as text too, so none is mistaken. */
const AS_TEXT = '_json';

/** JSON text of keys that BSON does not carry, and of characters that it does not. */
const AWKWARD_KEY = /"(?:\$(?:[^"\\]|\\.)*|_bsontype|_json)":|\\u(?:0000|d[89a-f])/;

/** MongoDB refuses a document of more than 100 levels; a few are ours. */
const MOST_LEVELS = 90;

/** A copy that shares nothing with what was given. ST13 */
export function toBson(value: unknown): unknown {
  const text = JSON.stringify(value);
  return AWKWARD_KEY.test(text) || isDeeper(value, MOST_LEVELS) ? { [AS_TEXT]: text } : JSON.parse(text);
}

/** What was given to `toBson`. */
export function fromBson(value: unknown): Json {
  if (typeof value === 'object' && value !== null && AS_TEXT in value) return JSON.parse(String(value[AS_TEXT]));
  return value as Json;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
