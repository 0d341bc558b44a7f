import type { Json } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';

/** Values as a reader of one language and one place writes them. What is not there, or cannot be read, is empty. */
export interface ValueFormats {
  /** A local date (`2026-12-11`), or the day of a moment in the plant's zone: `Fri 11 Dec 2026`. */
  date(value: Json | undefined): string;
  /** A moment with its time of day: `Fri 11 Dec 2026, 14:05`. */
  moment(value: Json | undefined): string;
  /** A number with the places it has, at least `decimals` of them: `7,200.00`. Nothing is rounded away. */
  number(value: Json | undefined, decimals: number): string;
  yesNo(value: Json | undefined): string;
  /** A list in one line. */
  list(texts: readonly string[]): string;
}

const LOCALES: { readonly [language in Language]: string } = { en: 'en-GB', es: 'es-ES', 'zh-TW': 'zh-TW' };
const YES_NO: { readonly [language in Language]: readonly [string, string] } = {
  en: ['Yes', 'No'],
  es: ['Sí', 'No'],
  'zh-TW': ['是', '否'],
};

type Day = { readonly weekday: string; readonly day: string; readonly month: string; readonly year: string };
const IN_WORDS: { readonly [language in Language]: (day: Day) => string } = {
  en: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  es: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  'zh-TW': ({ weekday, day, month, year }) => `${year}/${month}/${day}(${weekday.replace(/^[週周]/, '')})`,
};

/** The formats of one language; moments are read in `zone`. */
export function openFormats(language: Language, zone: string): ValueFormats {
  const locale = LOCALES[language];
  const month = language === 'zh-TW' ? 'numeric' : 'short';
  const dayParts = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month, year: 'numeric' });
  const local = dayParts('UTC');
  const zoned = dayParts(zone);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const inWords = (format: Intl.DateTimeFormat, at: number): string => {
    const parts = new Map(
      format.formatToParts(at).map(({ type, value }) => [type as string, value.replace(/\.$/, '')]),
    );
    const part = (name: keyof Day) => parts.get(name) ?? '';
    return IN_WORDS[language]({ weekday: part('weekday'), day: part('day'), month: part('month'), year: part('year') });
  };

  return {
    date(value) {
      const at = millisOf(value);
      if (at === null) return '';
      // A date has no zone: as a moment it would slip to the day before.
      return noBreak(inWords(isLocalDate(value) ? local : zoned, at));
    },
    moment(value) {
      const at = millisOf(value);
      return at === null ? '' : noBreak(`${inWords(zoned, at)}${language === 'zh-TW' ? ' ' : ', '}${time.format(at)}`);
    },
    number(value, decimals) {
      if (typeof value !== 'number') return '';
      // Spanish writes 7200 without a point unless it is asked for; columns of amounts need it.
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: 10,
        useGrouping: 'always',
      }).format(value);
    },
    yesNo: (value) => (typeof value === 'boolean' ? (YES_NO[language][value ? 0 : 1] as string) : ''),
    list: (texts) => texts.join(language === 'zh-TW' ? '、' : ', '),
  };
}

const isLocalDate = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function millisOf(value: Json | undefined): number | null {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

const noBreak = (text: string): string => text.replaceAll(' ', '\u00a0');
