import type { Format } from '../texts/format.ts';

/** True where a file fits one of the kinds that a field takes. No kinds: it takes all. */
export function fitsKind(file: { readonly name: string; readonly type: string }, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((type) => {
    if (type.startsWith('.')) return file.name.toLowerCase().endsWith(type.toLowerCase());
    return type.endsWith('/*') ? file.type.startsWith(type.slice(0, -1)) : file.type === type;
  });
}

/** True where a field takes nothing but pictures: then a phone offers its camera. */
export function onlyImages(types: readonly string[]): boolean {
  return types.length > 0 && types.every((type) => type.startsWith('image/'));
}

/** The kinds as people call them: `PDF, PNG and JPEG`. */
export function kindsInWords(types: readonly string[], format: Format): string {
  return format.list([...new Set(types.map(wordOf))]);
}

/** A kind as people call it; one that has no name is called by its ending. */
function wordOf(type: string): string {
  const last = type.split('/').at(-1) ?? type;
  return WORDS[last] ?? last.replace(/^[.]/, '').toUpperCase();
}

/** Kinds whose technical name nobody says. */
const WORDS: { readonly [kind: string]: string } = {
  '*': 'PNG, JPEG …',
  jpeg: 'JPEG',
  'vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'vnd.ms-excel': 'Excel',
  msword: 'Word',
  plain: 'TXT',
  rfc822: 'EML',
  'vnd.ms-outlook': 'MSG',
};
