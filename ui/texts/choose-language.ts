import { isLanguage, type Language } from '../../engine/model/language.ts';

/**
 * The language to open the page in: the one chosen on this device, else the first of the browser's that we speak.
 *
 * Any Chinese gets `zh-TW`: it is the only one there is, and better than English for those who asked for Chinese.
 */
export function chooseLanguage(chosen: string | null, wanted: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'zh') return 'zh-TW';
    if (base === 'es' || base === 'en') return base;
  }
  return 'en';
}

/** The tag for the `lang` attribute. It names the script, so that fonts draw the glyphs of Taiwan. */
export function langTag(language: Language): string {
  return language === 'zh-TW' ? 'zh-Hant-TW' : language;
}
