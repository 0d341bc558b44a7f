import { type Json, isJsonObject } from './json.ts';
import { pointer } from './problem.ts';
import type { PointerTexts } from './version.ts';

/**
 * The same file with its texts in another language: every string whose JSON pointer has a translation is replaced.
 *
 * What has none stays English. The file itself is not changed.
 */
export function translate<T>(file: T, texts: PointerTexts | undefined): T {
  if (texts === undefined) return file;
  const known = new Map(Object.entries(texts));
  const within = (value: Json, at: string): Json => {
    if (typeof value === 'string') return known.get(at) ?? value;
    if (Array.isArray(value)) return value.map((entry: Json, index) => within(entry, at + pointer(index)));
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, within(entry, at + pointer(key))]));
    return value;
  };
  return within(file as Json, '') as T;
}
