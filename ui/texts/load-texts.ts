import type { Language } from '../../engine/model/language.ts';
import type { Texts } from './texts.ts';

/** Fetches the words of one language. Each language is a file of its own, so nobody loads the other two. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).english;
    case 'es':
      return (await import('./es/index.ts')).spanish;
    case 'zh-TW':
      return (await import('./zh-TW/index.ts')).chinese;
  }
}
