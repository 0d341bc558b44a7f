import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../../engine/model/language.ts';
import type { Person } from '../../engine/model/person.ts';

/** The language of an answer: what `Accept-Language` asks for first and we have, else the person's, else English. */
export function readerLanguage(request: Request, person: Person | undefined): Language {
  return askedLanguage(request.headers['accept-language']) ?? person?.language ?? 'en';
}

function askedLanguage(header: string | undefined): Language | undefined {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((item) => /^\s*q=([\d.]+)/.exec(item)?.[1]).find((found) => found !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    const found = languageOf(tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `es-MX` is Spanish to us; every Chinese is written in Traditional characters. */
function languageOf(tag: string): Language | undefined {
  if (isLanguage(tag)) return tag;
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === primary);
}
