import { expect } from 'chai';
import { guessLang } from '../../../ui/components/guess-lang.ts';

describe('the language of free words', () => {
  for (const [words, lang] of [
    ['途程已有，不需新治具。', 'zh-Hant-TW'],
    ['G-005 逾期', 'zh-Hant-TW'],
    ['Queda barra para otro pedido igual.', 'es'],
    ['The length report comes from an external laboratory.', 'en'],
    ['OK', undefined],
  ] as const) {
    it(`“${words}” is ${lang ?? 'left open'}`, () => {
      expect(guessLang(words)).to.equal(lang);
    });
  }
});
