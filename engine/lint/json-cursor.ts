import type { Problem } from '../model/problem.ts';

/** Where a reader of JSON stands in its text, and what it found so far. */
export interface JsonCursor {
  readonly text: string;
  at: number;
  /** How many levels may still be opened. */
  depth: number;
  broken: Problem | null;
  readonly problems: Problem[];
}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** Moves past blanks and line ends. */
export function skipBlanks(cursor: JsonCursor): void {
  take(cursor, BLANKS);
}

/** The string at the cursor, or undefined. */
export function readString(cursor: JsonCursor): string | undefined {
  const { text, at } = cursor;
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  try {
    const value = JSON.parse(text.slice(at, end + 1)) as string;
    cursor.at = end + 1;
    return value;
  } catch {
    // Not closed, a bad escape, or a line end inside: the caller says where.
    return undefined;
  }
}

/** The number, `true`, `false` or `null` at the cursor, or undefined. */
export function readWord(cursor: JsonCursor): number | boolean | null | undefined {
  const word = WORDS.find(([text]) => cursor.text.startsWith(text, cursor.at));
  if (word !== undefined) {
    cursor.at += word[0].length;
    return word[1];
  }
  const token = take(cursor, NUMBER);
  // A number beyond the largest would become infinite, which JSON cannot say again.
  return token === undefined || !Number.isFinite(Number(token)) ? undefined : Number(token);
}

function take(cursor: JsonCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const token = pattern.exec(cursor.text)?.[0];
  if (token !== undefined) cursor.at += token.length;
  return token;
}
