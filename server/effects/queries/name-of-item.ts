import { type Language, textIn } from '../../../engine/model/language.ts';
import { isJsonObject } from '../../../engine/model/json.ts';
import type { QueryParts } from '../query.ts';
import { rowById } from './register-rows.ts';

/** What a product or a material is called in the plant's language, for its documents; null for neither. */
export async function nameOfItem({ store, keeper }: QueryParts, id: string): Promise<string | null> {
  const row = (await rowById(store, 'products', id)) ?? (await rowById(store, 'materials', id));
  return nameOf(row?.['name'], keeper.facts().language);
}

/** A name that is kept in several languages, in this one. */
export function nameOf(name: unknown, language: Language): string | null {
  return isJsonObject(name) && typeof name['en'] === 'string'
    ? textIn(name as { readonly en: string }, language)
    : null;
}
