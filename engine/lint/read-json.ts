import type { Json, JsonObject } from '../model/json.ts';
import { pointer, type Problem } from '../model/problem.ts';
import { type JsonCursor, readString, readWord, skipBlanks } from './json-cursor.ts';

/** Sizes beyond which a file is refused unread. */
export interface JsonLimits {
  readonly characters: number;
  readonly depth: number;
}

export type ReadJson = { readonly kind: 'read'; readonly value: Json } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Keys that are code in JavaScript, and in libraries a way in. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON from outside, and says where it cannot: line and column, and the place in the structure.
 *
 * Reads what `JSON.parse` reads, but refuses keys that are written twice (the first would be lost without a word), keys
 * that JavaScript keeps for itself, and what is too large or too deep. Never throws.
 */
export function readJson(text: string, limits: JsonLimits): ReadJson {
  if (text.length > limits.characters) {
    const message = `The file has ${text.length} characters; at most ${limits.characters} are read. Split it, or remove what it does not need.`;
    return { kind: 'refused', problems: [{ path: '', code: 'json.too_large', severity: 'error', message, params: { limit: limits.characters } }] };
  }
  const cursor: JsonCursor = { text, at: text.startsWith('\uFEFF') ? 1 : 0, depth: limits.depth, broken: null, problems: [] };
  const value = readValue(cursor, '');
  skipBlanks(cursor);
  if (value !== undefined && cursor.at < text.length) breakAt(cursor, '', 'The file goes on after its end. Remove what stands there.');
  const problems = cursor.broken === null ? cursor.problems : [...cursor.problems, cursor.broken];
  return value === undefined || problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', value };
}

/** The value at the cursor; undefined once the text is broken. */
function readValue(cursor: JsonCursor, path: string): Json | undefined {
  skipBlanks(cursor);
  const first = cursor.text[cursor.at];
  if (first === '{' || first === '[') return readInside(cursor, path, first);
  const scalar = first === '"' ? readString(cursor) : readWord(cursor);
  if (scalar !== undefined) return scalar;
  const said = first === undefined ? 'The file ends where a value is expected.' : first === '"' ? 'A text is not closed, or has a character that JSON does not allow.' : `A value is expected, but here stands ${show(first)}.`;
  return breakAt(cursor, path, `${said}${first === "'" ? ' Write texts in double quotes.' : first === '/' ? ' JSON has no comments.' : ' Correct it.'}`);
}

function readInside(cursor: JsonCursor, path: string, open: '{' | '['): Json | undefined {
  if (cursor.depth === 0) {
    cursor.problems.push({ path, code: 'json.too_deep', severity: 'error', message: 'The file is nested too deeply here. Make it flatter.' });
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
    skipBlanks(cursor);
    const key = cursor.text[cursor.at] === '"' ? readString(cursor) : undefined;
    if (key === undefined) return breakAt(cursor, path, `A key in double quotes is expected, but here stands ${show(cursor.text[cursor.at])}. ${hintFor(cursor.text[cursor.at])}`);
    refuseKey(cursor, path, { key, known: entries.has(key) });
    skipBlanks(cursor);
    if (cursor.text[cursor.at] !== ':') return breakAt(cursor, path + pointer(key), `A colon is expected after "${key}". Write one.`);
    cursor.at += 1;
    const value = readValue(cursor, path + pointer(key));
    if (value === undefined) return undefined;
    entries.set(key, value);
    if (closes(cursor, '}')) return Object.fromEntries(entries);
    if (!goesOn(cursor, path, '}')) return undefined;
  }
}

function refuseKey(cursor: JsonCursor, path: string, { key, known }: { readonly key: string; readonly known: boolean }): void {
  const at = path + pointer(key);
  if (FORBIDDEN_KEYS.has(key)) cursor.problems.push({ path: at, code: 'json.key_forbidden', severity: 'error', message: `"${key}" cannot be a key: JavaScript keeps it for itself. Choose another name.` });
  if (known) cursor.problems.push({ path: at, code: 'json.key_twice', severity: 'error', message: `"${key}" is written twice in one place, so one of them would be lost. Rename or remove one.` });
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
  if (here !== ',') {
    breakAt(cursor, path, here === undefined ? `The file ends before ${show(bracket)}. Close what was opened.` : `A comma or ${show(bracket)} is expected, but here stands ${show(here)}. Write what is missing.`);
    return false;
  }
  cursor.at += 1;
  return true;
}

const show = (character: string | undefined): string => (character === undefined ? 'the end of the file' : `"${character}"`);

const hintFor = (character: string | undefined): string => (character === '}' ? 'Remove the comma before it.' : 'Put the key in double quotes.');

/** Only the first break is reported: behind it nothing can be trusted. */
function breakAt(cursor: JsonCursor, path: string, sentence: string): undefined {
  const before = cursor.text.slice(0, cursor.at).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  cursor.broken ??= { path, code: 'json.unreadable', severity: 'error', message: `Line ${line}, column ${column}: ${sentence}`, params: { line, column } };
  return undefined;
}
