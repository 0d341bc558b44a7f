/**
 * The language in which free words were probably written, for a screen reader's voice; undefined where nothing tells.
 *
 * People write in their own language, and the answer does not say which that is. A wrong guess is read with a wrong
 * accent, so this decides only what letters and the smallest words make plain.
 */
export function guessLang(words: string): 'zh-Hant-TW' | 'es' | 'en' | undefined {
  if (/\p{Script=Han}/u.test(words)) return 'zh-Hant-TW';
  const known = words.toLowerCase().split(/[^\p{L}]+/u);
  const count = (list: ReadonlySet<string>) => known.filter((word) => list.has(word)).length;
  const [spanish, english] = [count(SPANISH) + (/[ñ¿¡áéíóú]/i.test(words) ? 2 : 0), count(ENGLISH)];
  if (spanish === english) return undefined;
  return spanish > english ? 'es' : 'en';
}

/** Words that almost every Spanish sentence has, and hardly an English one. */
const SPANISH = new Set([
  'el',
  'la',
  'los',
  'las',
  'de',
  'del',
  'que',
  'y',
  'en',
  'un',
  'una',
  'para',
  'con',
  'por',
  'se',
  'al',
  'es',
  'hay',
  'otro',
  'su',
]);
/** Words that almost every English sentence has, and hardly a Spanish one. */
const ENGLISH = new Set([
  'the',
  'of',
  'and',
  'to',
  'is',
  'in',
  'for',
  'with',
  'on',
  'it',
  'by',
  'be',
  'are',
  'this',
  'that',
  'if',
  'or',
  'at',
  'from',
  'not',
]);
