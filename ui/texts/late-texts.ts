import type { Language } from '../../engine/model/language.ts';
import type { english } from './en/late.ts';

/** Words of pages that are opened now and then: the inbox does not wait for them. */
export type LateTexts = typeof english;

/** Fetches them in one language. */
export async function loadLateTexts(language: Language): Promise<LateTexts> {
  switch (language) {
    case 'en':
      return (await import('./en/late.ts')).english;
    case 'es':
      return (await import('./es/late.ts')).spanish;
    case 'zh-TW':
      return (await import('./zh-TW/late.ts')).chinese;
  }
}
