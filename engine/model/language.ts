/** The languages that the product speaks. English is the language of files and the fallback. */
export const LANGUAGES = ['en', 'es', 'zh-TW'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A name or sentence in the languages it exists in. */
export type Text = { readonly en: string } & { readonly [language in Language]?: string };

/** True for a language the product speaks. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The text in `language`, else in English. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text.en;
}

/** One name that is the same in every language. */
export function sameText(text: string): Text {
  return { en: text };
}
