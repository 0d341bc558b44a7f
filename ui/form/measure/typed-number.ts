import { decimalSign } from '../read-number.ts';

/** A key of the pad. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'point' | 'back' | 'sign';

/** The longest number that anybody reads off a gauge. */
const MOST_SIGNS = 12;

/**
 * What stands in the cell after a key of the pad.
 *
 * `fresh` is true where nobody has typed since the cell was entered: a digit then begins a new number, as it does
 * when a marked text is typed over; the others change what is there.
 */
export function afterKey(text: string, key: PadKey, { fresh, language }: { fresh: boolean; language: string }): string {
  switch (key) {
    case 'back':
      return text.slice(0, -1);
    case 'sign':
      return text.startsWith('-') ? text.slice(1) : `-${text}`;
    case 'point': {
      const sign = decimalSign(language);
      const begun = fresh ? '' : text;
      if (/[.,]/.test(begun)) return begun;
      return begun === '' || begun === '-' ? `${begun}0${sign}` : begun + sign;
    }
    default: {
      const begun = fresh || text === '0' ? '' : text;
      return begun.length >= MOST_SIGNS ? begun : begun + key;
    }
  }
}

/**
 * Reads a measured number; null where it is none. Nobody groups the digits of a gauge, so both signs are decimal ones:
 * a keyboard's point means in Spanish what the gauge means.
 */
export function readMeasured(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** A measured number as its reader writes it, with at least the places of its limits. */
export function writeMeasured(value: number, decimals: number, language: string): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 12,
    useGrouping: false,
  }).format(value);
}
