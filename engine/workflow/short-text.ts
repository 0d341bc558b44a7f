import { type Json, isJsonObject, ownValue } from '../model/json.ts';
import { LANGUAGES, type Language, type Text, textIn } from '../model/language.ts';

/** Names behind ids: `"customers/C-03"` → name. */
export type RefNames = { readonly [record: string]: Text };

const PLACE = /\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}/g;

/** The paths that a text with `{{data.order.customer}}` looks up. */
export function placesOf(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(PLACE)].map((match) => (match[1] ?? '').split('.'));
}

/**
 * Fills `{{path}}` by a plain look-up: no code, no escaping, no nesting; what is missing leaves nothing.
 *
 * `registerOf` names the register behind a path whose value is a record's id, so that the reader sees its name. ST-TXT
 */
export function fillText(
  text: string,
  scope: Json,
  names: (path: readonly string[], id: string) => string | undefined,
): string {
  return text.replace(PLACE, (_all, path: string) => {
    const keys = path.split('.');
    const value = keys.reduce<Json | undefined>(
      (inside, key) => (isJsonObject(inside) ? ownValue(inside, key) : undefined),
      scope,
    );
    if (typeof value === 'string') return names(keys, value) ?? value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  });
}

/** The same text in every language, with the names that records have there. */
export function fillInAllLanguages(
  text: string,
  scope: Json,
  refs: RefNames,
  registerOf: (path: readonly string[]) => string | undefined,
): Text {
  const fill = (language: Language): string =>
    fillText(text, scope, (path, id) => {
      const register = registerOf(path);
      const name = register === undefined ? undefined : refs[`${register}/${id}`];
      return name === undefined ? undefined : textIn(name, language);
    });
  const english = fill('en');
  const others = LANGUAGES.filter((language) => language !== 'en').map(
    (language) => [language, fill(language)] as const,
  );
  return { en: english, ...Object.fromEntries(others.filter(([, filled]) => filled !== english)) };
}
