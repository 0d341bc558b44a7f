import type { Json, JsonObject } from '../model/json.ts';
import { pointer, type Problem } from '../model/problem.ts';
import { breakAt, noComma, noKey, noValue } from './json-breaks.ts';
import { type JsonCursor, readString, readWord, skipBlanks } from './json-cursor.ts';

/** Sizes beyond which a file is refused. */
export interface JsonLimits {
  readonly characters: number;
  readonly depth: number;
}

/** What came of reading: the value, or all that is wrong with the text. */
export type ReadJson =
  | { readonly kind: 'read'; readonly value: Json }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Keys that are code in JavaScript, and in libraries a way in. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON from outside, and says where it cannot: line and column, and the place in the structure. RD1–RD5
 *
 * Reads what `JSON.parse` reads, but refuses keys that are written twice (the first would be lost without a word), keys
 * that JavaScript keeps for itself, and what is too large or too deep. Never throws.
 */
export function readJson(text: string, limits: JsonLimits): ReadJson {
  if (text.length > limits.characters) return { kind: 'refused', problems: [tooLarge(text.length, limits.characters)] };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const cursor: JsonCursor = { text, at: start, depth: limits.depth, broken: null, problems: [] };
  const value = readValue(cursor, '');
  skipBlanks(cursor);
  if (value !== undefined && cursor.at < text.length)
    breakAt(cursor, '', 'The file goes on after its end. Remove what stands there.');
  const problems = cursor.broken === null ? cursor.problems : [...cursor.problems, cursor.broken];
  return value === undefined || problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', value };
}

function tooLarge(characters: number, limit: number): Problem {
  const message = `The file has ${characters} characters; at most ${limit} are read. Split it, or remove what it does not need.`;
  return { path: '', code: 'json.too_large', severity: 'error', message, params: { limit } };
}

/** The value at the cursor; undefined once the text is broken. */
function readValue(cursor: JsonCursor, path: string): Json | undefined {
  skipBlanks(cursor);
  const first = cursor.text[cursor.at];
  if (first === '{' || first === '[') return readInside(cursor, path, first);
  const scalar = first === '"' ? readString(cursor) : readWord(cursor);
  return scalar === undefined ? breakAt(cursor, path, noValue(first)) : scalar;
}

function readInside(cursor: JsonCursor, path: string, open: '{' | '['): Json | undefined {
  if (cursor.depth === 0) {
    const message = 'The file is nested too deeply here. Make it flatter.';
    cursor.problems.push({ path, code: 'json.too_deep', severity: 'error', message });
    return undefined;
  }
  cursor.depth -= 1;
  cursor.at += 1;
  const value = open === '{' ? readObject(cursor, path) : readList(cursor, path);
  cursor.depth += 1;
  return value;
}

function readList(cursor: JsonCursor, path: string): Json | undefined {
  const list: Json[] = [];
  if (closes(cursor, ']')) return list;
  while (true) {
    const value = readValue(cursor, path + pointer(list.length));
    if (value === undefined) return undefined;
    list.push(value);
    if (closes(cursor, ']')) return list;
    if (!goesOn(cursor, path, ']')) return undefined;
  }
}

function readObject(cursor: JsonCursor, path: string): JsonObject | undefined {
  const entries = new Map<string, Json>();
  if (closes(cursor, '}')) return {};
  while (true) {
    const key = readKey(cursor, path);
    if (key === undefined) return undefined;
    refuseKey(cursor, path + pointer(key), { key, known: entries.has(key) });
    const value = readValue(cursor, path + pointer(key));
    if (value === undefined) return undefined;
    entries.set(key, value);
    if (closes(cursor, '}')) return Object.fromEntries(entries);
    if (!goesOn(cursor, path, '}')) return undefined;
  }
}

/** A key and its colon. */
function readKey(cursor: JsonCursor, path: string): string | undefined {
  skipBlanks(cursor);
  const here = cursor.text[cursor.at];
  const key = here === '"' ? readString(cursor) : undefined;
  if (key === undefined) return breakAt(cursor, path, noKey(here));
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== ':')
    return breakAt(cursor, path + pointer(key), `A colon is expected after "${key}". Write one.`);
  cursor.at += 1;
  return key;
}

function refuseKey(cursor: JsonCursor, path: string, found: { readonly key: string; readonly known: boolean }): void {
  const { key, known } = found;
  const refuse = (code: string, message: string) => cursor.problems.push({ path, code, severity: 'error', message });
  if (FORBIDDEN_KEYS.has(key))
    refuse('json.key_forbidden', `"${key}" cannot be a key: JavaScript keeps it for itself. Choose another name.`);
  if (known)
    refuse('json.key_twice', `"${key}" stands twice in one place, so one would be lost. Rename or remove one.`);
}

function closes(cursor: JsonCursor, bracket: '}' | ']'): boolean {
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== bracket) return false;
  cursor.at += 1;
  return true;
}

/** True past a comma; anything else breaks the text. */
function goesOn(cursor: JsonCursor, path: string, bracket: '}' | ']'): boolean {
  const here = cursor.text[cursor.at];
  if (here === ',') cursor.at += 1;
  else breakAt(cursor, path, noComma(here, bracket));
  return here === ',';
}
