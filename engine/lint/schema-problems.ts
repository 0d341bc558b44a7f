import type { SchemaError } from '../model/schema-checker.ts';
import type { Json } from '../model/json.ts';
import { pointer, type Problem } from '../model/problem.ts';
import { didYouMean } from './suggest.ts';

/** Checks any value against any JSON Schema. The checker of answers is one, given another kind of schema. */
export type ObjectChecker = (schema: object, value: Json) => readonly SchemaError[];

/** How the problems of one kind of file are said. */
export interface FileWords {
  /** What codes begin with: `workflow`, `form`. */
  readonly kind: string;
  /** Keys that some place of the file knows, for suggestions. */
  readonly keys: Iterable<string>;
  /** Words from elsewhere that are not run, with what to do instead. */
  readonly notRun: ReadonlyMap<string, string>;
}

/** What failed, of a file that was read but is not built as its schema says. Each problem says what to do. */
export function schemaProblems(errors: readonly SchemaError[], words: FileWords): readonly Problem[] {
  // These only repeat that something below them failed.
  const own = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'allOf');
  return own.map((error) => ({ severity: 'error', ...problemOf(error, words) }));
}

/** What a keyword that failed is called, and how its sentence goes on after the key. */
const SAID: { readonly [keyword: string]: readonly [code: string, say: (params: SchemaError['params']) => string] } = {
  type: ['kind_wrong', ({ type = '' }) => `must be ${kindsIn(String(type))}. Write it so.`],
  enum: ['value_unknown', ({ allowedValues = '' }) => `takes one of: ${allowedValues}. Choose one.`],
  const: ['value_unknown', ({ allowedValue = '' }) => `must be ${allowedValue}. Write it so.`],
  minLength: ['empty', tooLittle],
  minItems: ['empty', tooLittle],
  minProperties: ['empty', tooLittle],
  maxLength: ['too_long', tooMuch],
  maxItems: ['too_long', tooMuch],
  uniqueItems: ['entry_twice', () => 'names something twice. Remove one.'],
  pattern: [
    'text_wrong',
    ({ pattern = '' }) => `is not written as it must be: it does not match ${pattern}. Correct it.`,
  ],
};

function tooLittle({ limit = 1 }: SchemaError['params']): string {
  return `is empty or too short: at least ${limit}. Fill it in, or leave it out.`;
}

function tooMuch({ limit = '' }: SchemaError['params']): string {
  return `is too long: at most ${limit}. Shorten it.`;
}

function problemOf({ path, keyword, params }: SchemaError, words: FileWords): Problem {
  const key = lastKey(path);
  if (keyword === 'required') return missingKey(path, String(params['missingProperty'] ?? ''), words);
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return unknownKey(path, String(params['additionalProperty'] ?? params['unevaluatedProperty'] ?? ''), words);
  const [code, say] = SAID[keyword] ?? [
    'value_wrong',
    () => `does not keep to ${keyword} ${params['limit'] ?? ''}. Correct it.`,
  ];
  return { path, code: `${words.kind}.${code}`, message: `"${key}" ${say(params)}`, params };
}

function missingKey(path: string, missing: string, { kind }: FileWords): Problem {
  const place = path === '' ? 'in the file' : `in "${lastKey(path)}"`;
  const message = `"${missing}" is missing ${place}. Add it.`;
  return { path: path + pointer(missing), code: `${kind}.key_missing`, message, params: { key: missing } };
}

function unknownKey(path: string, key: string, words: FileWords): Problem {
  const at = path + pointer(key);
  const instead = words.notRun.get(key);
  if (instead !== undefined)
    return { path: at, code: `${words.kind}.not_run`, message: `"${key}" is not run. ${instead}`, params: { key } };
  return {
    path: at,
    code: `${words.kind}.key_unknown`,
    message: `"${key}" is not a key that this place knows.${didYouMean(key, words.keys) || ' Remove it.'}`,
    params: { key },
  };
}

const KINDS: { readonly [type: string]: string } = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function kindsIn(types: string): string {
  return types
    .split(/, ?/)
    .map((type) => KINDS[type] ?? type)
    .join(' or ');
}

function lastKey(path: string): string {
  return (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~') || 'the file';
}

/** Every key that a schema names anywhere, for suggestions. */
export function keysOf(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  const own =
    'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
      ? Object.keys(schema.properties)
      : [];
  return new Set([...own, ...Object.values(schema).flatMap((part) => [...keysOf(part)])]);
}
