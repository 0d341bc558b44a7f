import { use } from 'react';
import type { Language } from '../../engine/model/language.ts';
import { type LateTexts, loadLateTexts } from './late-texts.ts';
import { useLanguage } from './TextsProvider.tsx';

const loading = new Map<Language, Promise<LateTexts>>();

/** The words of the reader's language; the page waits at its frame until they are loaded. */
export function useLateTexts(): LateTexts {
  return use(lateTexts(useLanguage().language));
}

/** Fetched once for each language; what failed is fetched again when it is next wanted. */
function lateTexts(language: Language): Promise<LateTexts> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fetched = loadLateTexts(language);
  loading.set(language, fetched);
  fetched.catch(() => loading.delete(language));
  return fetched;
}
