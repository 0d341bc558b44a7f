import type { FieldSchema } from '../../../engine/model/form-file.ts';

/** The choices of a field with their words, in the file's order. */
export function choiceOptions(schema: FieldSchema): readonly { readonly value: string; readonly label: string }[] {
  return (schema.enum ?? []).map((value) => ({ value: String(value), label: wordFor(schema, value) }));
}

/** The word for a choice, or the choice itself where it has none. */
export function wordFor(schema: FieldSchema, value: string | number): string {
  const words = schema['x-labels'];
  const key = String(value);
  return (words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined) ?? key;
}

/** The choice as the answer holds it: a number stays a number. */
export function choiceOf(schema: FieldSchema, key: string | null): string | number | undefined {
  return schema.enum?.find((value) => String(value) === key);
}
