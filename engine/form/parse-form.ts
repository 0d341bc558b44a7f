import { inFileOrder } from '../lint/file-order.ts';
import { readJson } from '../lint/read-json.ts';
import { type FileWords, keysOf, type ObjectChecker, schemaProblems } from '../lint/schema-problems.ts';
import type { FormFile } from '../model/form-file.ts';
import type { Problem } from '../model/problem.ts';
import { FORM_SCHEMA } from './form-schema.ts';

const LIMITS = { characters: 1_048_576, depth: 100 };

/** Keywords of JSON Schema that some validator or the page does not know, with what to write instead. */
const NOT_RUN: ReadonlyMap<string, string> = new Map([
  ['additionalProperties', 'A form is closed by itself. Remove it.'],
  ['unevaluatedProperties', 'A form is closed by itself. Remove it.'],
  ['oneOf', 'Use "enum" with "x-labels", or "if" and "then".'],
  ['dependentRequired', 'Use "if" and "then".'],
  ['dependentSchemas', 'Use "if" and "then".'],
  ['dependencies', 'Use "if" and "then".'],
  ['$ref', 'Write the field out.'],
  ['$defs', 'Write each field out.'],
  ['definitions', 'Write each field out.'],
  ['default', 'Nothing is chosen for people. Use "prefill" of the task.'],
  ['prefixItems', 'Use an object with named fields.'],
  ['contains', 'Use a check.'],
  ['patternProperties', 'Name each field.'],
  ['propertyNames', 'Name each field.'],
  ['contentEncoding', 'Use "x-file".'],
  ['contentMediaType', 'Use "x-file".'],
]);

const WORDS: FileWords = { kind: 'form', keys: keysOf(FORM_SCHEMA), notRun: NOT_RUN };

/** The form, or all that is wrong with how it is built. */
export type ParsedForm =
  | { readonly kind: 'parsed'; readonly form: FormFile }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads the text of a form file, or says all that is wrong with how it is built, in file order. RD1–RD15 */
export function parseForm(text: string, checker: ObjectChecker): ParsedForm {
  const read = readJson(text, LIMITS);
  if (read.kind === 'refused') return read;
  const errors = checker(FORM_SCHEMA, read.value);
  if (errors.length > 0) return { kind: 'refused', problems: inFileOrder(read.value, schemaProblems(errors, WORDS)) };
  return { kind: 'parsed', form: read.value as unknown as FormFile };
}
