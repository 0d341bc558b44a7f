import type { SchemaError } from '../form/schema-checker.ts';
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

function problemOf({ path, keyword, params }: SchemaError, words: FileWords): Problem {
  const key = lastKey(path);
  const say = (code: string, at: string, message: string): Problem => ({ path: at, code: `${words.kind}.${code}`, message, params });
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty'] ?? '');
      return say('key_missing', path + pointer(missing), `"${missing}" is missing ${path === '' ? 'in the file' : `in "${key}"`}. Add it.`);
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknownKey(path, String(params['additionalProperty'] ?? params['unevaluatedProperty'] ?? ''), words);
    case 'type':
      return say('kind_wrong', path, `"${key}" must be ${kindsIn(String(params['type'] ?? ''))}. Write it so.`);
    case 'enum':
    case 'const':
      return say('value_unknown', path, `"${key}" takes one of: ${params['allowedValues'] ?? params['allowedValue'] ?? ''}. Choose one.`);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return say('empty', path, `"${key}" is empty or too short: at least ${params['limit'] ?? 1}. Fill it in, or leave it out.`);
    case 'maxLength':
    case 'maxItems':
      return say('too_long', path, `"${key}" is too long: at most ${params['limit'] ?? ''}. Shorten it.`);
    case 'uniqueItems':
      return say('entry_twice', path, `"${key}" names something twice. Remove one.`);
    case 'pattern':
      return say('text_wrong', path, `"${key}" is not written as it must be: it does not match ${params['pattern'] ?? ''}. Correct it.`);
    default:
      return say('value_wrong', path, `"${key}" does not keep to ${keyword}${params['limit'] === undefined ? '' : ` ${params['limit']}`}. Correct it.`);
  }
}

function unknownKey(path: string, key: string, words: FileWords): Problem {
  const at = path + pointer(key);
  const instead = words.notRun.get(key);
  if (instead !== undefined) return { path: at, code: `${words.kind}.not_run`, message: `"${key}" is not run. ${instead}`, params: { key } };
  return { path: at, code: `${words.kind}.key_unknown`, message: `"${key}" is not a key that this place knows.${didYouMean(key, words.keys) || ' Remove it.'}`, params: { key } };
}

const KINDS: { readonly [type: string]: string } = { object: 'an object', array: 'a list', string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false' };

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
  const own = 'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null ? Object.keys(schema.properties) : [];
  return new Set([...own, ...Object.values(schema).flatMap((part) => [...keysOf(part)])]);
}
