import { isLanguage, type Language } from '../../engine/model/language.ts';

/** A text in the three languages, read by `language`. */
export type Words = (language: Language) => string;

/** Says one thing in three languages; what is missing is English. */
export function words(en: string, es: string = en, zh: string = en): Words {
  return (language) => ({ en, es, 'zh-TW': zh })[language];
}

/** The language a request asks for. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim();
  return isLanguage(first) ? first : 'en';
}
