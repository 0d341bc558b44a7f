import type { Language } from '../../engine/model/language.ts';
import { openDates, type Dates } from './format-dates.ts';

/** Numbers, dates and times as one reader writes them, in the plant's time zone. */
export interface Format extends Dates {
  readonly language: Language;
  readonly zone: string;
  /** `7,200.00`; a third and fourth decimal only where the number has them; without `decimals` three at most. */
  readonly number: (value: number, decimals?: number | null) => string;
  /** A number of things that is counted only so far: `4`, `1,000+`. */
  readonly count: (count: { readonly count: number; readonly more: boolean }) => string;
  /** `214 kB`, `1.2 MB`. */
  readonly bytes: (size: number) => string;
  /** Words in a row: `a, b and c`. */
  readonly list: (words: readonly string[]) => string;
}

/**
 * Opens the format of a language and a time zone.
 *
 * Pure but for `Intl`: moments come in as milliseconds, and nothing here reads the clock.
 */
export function openFormat(language: Language, zone: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (least: number, most: number) => {
    const key = `${least}-${most}`;
    const known = numbers.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(language, {
      useGrouping: 'always',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    numbers.set(key, made);
    return made;
  };
  const number = (value: number, decimals?: number | null) =>
    decimals === undefined || decimals === null
      ? numberFormat(0, 3).format(value)
      : numberFormat(Math.min(decimals, 2), decimals).format(value);
  const words = new Intl.ListFormat(language, { type: 'conjunction' });

  return {
    ...openDates(language, zone),
    language,
    zone,
    number,
    count: ({ count, more }) => `${number(count)}${more ? '+' : ''}`,
    bytes: (size) => formatBytes(size, numberFormat(0, 1)),
    list: (items) => words.format(items),
  };
}

function formatBytes(size: number, format: Intl.NumberFormat): string {
  if (size < 1_000) return `${format.format(size)} B`;
  if (size < 1_000_000) return `${format.format(Math.round(size / 1_000))} kB`;
  return `${format.format(size / 1_000_000)} MB`;
}
