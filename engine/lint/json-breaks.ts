import type { JsonCursor } from './json-cursor.ts';

/** What is said where a text stops being JSON. */

/** Notes that the text breaks at the cursor. Only the first break counts: behind it nothing can be trusted. */
export function breakAt(cursor: JsonCursor, path: string, sentence: string): undefined {
  const before = cursor.text.slice(0, cursor.at).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  cursor.broken ??= {
    path,
    code: 'json.unreadable',
    severity: 'error',
    message: `Line ${line}, column ${column}: ${sentence}`,
    params: { line, column },
  };
  return undefined;
}

/** Where a value should begin and this stands instead. */
export function noValue(here: string | undefined): string {
  if (here === undefined) return 'The file ends where a value is expected. Correct it.';
  if (here === '"') return 'A text is not closed, or has a character that JSON does not allow. Correct it.';
  const hint = here === "'" ? 'Write texts in double quotes.' : here === '/' ? 'JSON has no comments.' : 'Correct it.';
  return `A value is expected, but here stands ${show(here)}. ${hint}`;
}

/** Where a key should begin. */
export function noKey(here: string | undefined): string {
  const hint = here === '}' ? 'Remove the comma before it.' : 'Put the key in double quotes.';
  return `A key in double quotes is expected, but here stands ${show(here)}. ${hint}`;
}

/** Where a list or object should go on or end. */
export function noComma(here: string | undefined, bracket: '}' | ']'): string {
  return here === undefined
    ? `The file ends before ${show(bracket)}. Close what was opened.`
    : `A comma or ${show(bracket)} is expected, but here stands ${show(here)}. Write what is missing.`;
}

const show = (character: string | undefined): string =>
  character === undefined ? 'the end of the file' : `"${character}"`;
