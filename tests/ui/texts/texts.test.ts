import { expect } from 'chai';
import { chooseLanguage } from '../../../ui/texts/choose-language.ts';
import { english } from '../../../ui/texts/en/index.ts';
import { english as lateEnglish } from '../../../ui/texts/en/late.ts';
import { spanish } from '../../../ui/texts/es/index.ts';
import { spanish as lateSpanish } from '../../../ui/texts/es/late.ts';
import { loadLateTexts } from '../../../ui/texts/late-texts.ts';
import { loadTexts } from '../../../ui/texts/load-texts.ts';
import { chinese } from '../../../ui/texts/zh-TW/index.ts';
import { chinese as lateChinese } from '../../../ui/texts/zh-TW/late.ts';

const CHINESE = { ...chinese, ...lateChinese };
const ENGLISH = { ...english, ...lateEnglish };
const CATALOGUES: Readonly<Record<string, unknown>> = {
  en: ENGLISH,
  es: { ...spanish, ...lateSpanish },
  'zh-TW': CHINESE,
};

describe('words of the page', () => {
  it('every key exists in all three languages, as the same kind of thing', () => {
    // when
    const [first, ...others] = Object.values(CATALOGUES).map((catalogue) => keysOf(catalogue));

    // then
    for (const other of others) expect(other).to.deep.equal(first);
  });

  it('no text is empty', () => {
    for (const [language, catalogue] of Object.entries(CATALOGUES)) {
      const empty = textsOf(catalogue).filter(([, text]) => text.trim() === '');
      expect(empty, language).to.deep.equal([]);
    }
  });

  it('Chinese says everything in Chinese but for the names of keys', () => {
    const latin = textsOf(CHINESE).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll('Enter', '')));
    expect(latin).to.deep.equal([]);
  });

  it('Chinese sentences end in full-width signs', () => {
    const wrong = textsOf(CHINESE).filter(([, text]) => /\p{Script=Han}[,.;:?!]/u.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('no text says please, successfully or invalid', () => {
    const wrong = textsOf(ENGLISH).filter(([, text]) => /\b(please|successfully|oops|invalid)\b/i.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it('loads the words of the language that was asked for', async () => {
    expect(await loadTexts('en')).to.equal(english);
    expect(await loadTexts('es')).to.equal(spanish);
    expect(await loadTexts('zh-TW')).to.equal(chinese);
    expect(await loadLateTexts('en')).to.equal(lateEnglish);
    expect(await loadLateTexts('es')).to.equal(lateSpanish);
    expect(await loadLateTexts('zh-TW')).to.equal(lateChinese);
  });
});

describe('choosing the language', () => {
  it('takes what was chosen on this device before what the browser wants', () => {
    expect(chooseLanguage('es', ['en-GB'])).to.equal('es');
  });

  it('takes the first language of the browser that we speak', () => {
    expect(chooseLanguage(null, ['de-DE', 'es-MX', 'en'])).to.equal('es');
    expect(chooseLanguage(null, ['zh-Hant-HK'])).to.equal('zh-TW');
  });

  it('is English where nothing fits', () => {
    expect(chooseLanguage('fr', ['de', 'ja'])).to.equal('en');
  });
});

/** Every key with what stands there: `cases.title string`. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value)
    .flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
    .toSorted();
}

function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}
