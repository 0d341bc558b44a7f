import type { FieldSchema } from '../model/form-file.ts';
import { pointer } from '../model/problem.ts';

/**
 * The texts of a field and of all below it: titles, help, words for values, units; conditional branches too. Each with
 * its place, in the file's order.
 */
export function fieldTexts(field: FieldSchema, at: string): readonly (readonly [pointer: string, text: string])[] {
  const found: (readonly [string, string])[] = [];
  const below = (part: FieldSchema | undefined, place: string): void => {
    if (part !== undefined) found.push(...fieldTexts(part, place));
  };
  for (const [keyword, value] of Object.entries(field)) {
    const place = at + pointer(keyword);
    if (keyword === 'title' || keyword === 'description' || keyword === 'x-unit') found.push([place, value as string]);
    else if (keyword === 'x-labels')
      found.push(
        ...Object.entries(value as { readonly [word: string]: string }).map(
          ([word, label]) => [place + pointer(word), label] as const,
        ),
      );
    else if (keyword === 'properties')
      for (const [name, inner] of Object.entries(value as { readonly [name: string]: FieldSchema }))
        below(inner, place + pointer(name));
    else if (keyword === 'allOf' || keyword === 'anyOf')
      for (const [index, part] of (value as readonly FieldSchema[]).entries()) below(part, place + pointer(index));
    else if (keyword === 'items' || keyword === 'then' || keyword === 'else') below(value as FieldSchema, place);
  }
  return found;
}
