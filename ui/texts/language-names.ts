import { LANGUAGES, type Language } from '../../engine/model/language.ts';
import { langTag } from './choose-language.ts';

const NAMES: Record<Language, { readonly name: string; readonly short: string }> = {
  en: { name: 'English', short: 'EN' },
  es: { name: 'Español', short: 'ES' },
  'zh-TW': { name: '繁體中文', short: '中文' },
};

/** The languages, each in its own words. */
export const LANGUAGE_NAMES = LANGUAGES.map((language) => ({ language, tag: langTag(language), ...NAMES[language] }));

/** A language in two letters or signs, for a corner of a card. */
export function shortName(language: Language): string {
  return NAMES[language].short;
}
