import { type Schema, Validator } from '@cfworker/json-schema';
import type { CheckedSchema, SchemaChecker, SchemaError } from '../../engine/model/schema-checker.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { type Json, isJsonObject } from '../../engine/model/json.ts';
import { pointer } from '../../engine/model/problem.ts';
import { activeParts } from './active-parts.ts';

/** They only repeat that something below them failed. */
const REPEATS = new Set(['properties', 'items', 'allOf', 'if', 'false']);

/** Which parameter Ajv names for a keyword whose value is the limit. */
const LIMITS = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
]);
/** Keywords whose own value tells what was wanted. */
const NAMED = new Set(['type', 'format', 'pattern', 'multipleOf']);

const validators = new WeakMap<object, Validator>();

/**
 * The page's schema checker. It interprets schemas, since a page may not make code from text.
 *
 * It gives the same verdict as Ajv and the same errors, but for the applicators that only repeat a deeper one. A
 * validator is kept for each schema object.
 */
export const checkWithCfworker: SchemaChecker = (schema, value) => [
  ...validatorFor(schema)
    .validate(value)
    .errors.filter((error) => !REPEATS.has(error.keyword) && !repeatsTypes(schema, value, error))
    .map((error) => errorOf(schema, error)),
  ...unknownFields([schema], value, ''),
];

/** The validator of a schema, made once: it is asked with every key that is pressed. */
function validatorFor(schema: CheckedSchema): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = new Validator(open(schema) as Schema, '2020-12', false);
  validators.set(schema, made);
  return made;
}

/**
 * The schema without `unevaluatedProperties`.
 *
 * The validator takes a field for unknown as soon as its value is wrong; `unknownFields` finds them as Ajv does. The
 * copy also keeps the validator's marks off a schema that others hold.
 */
function open(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(open);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, part]) =>
      key === 'unevaluatedProperties' && part === false ? [] : [[key, open(part)]],
    ),
  );
}

/** A failure as the library tells it. */
interface Failure {
  readonly keyword: string;
  readonly keywordLocation: string;
  readonly instanceLocation: string;
  readonly error: string;
}

/** A failure in the shape that the engine reads, whoever checked. */
function errorOf(schema: CheckedSchema, failure: Failure): SchemaError {
  const { keyword } = failure;
  return { path: failure.instanceLocation.slice(1), keyword, params: paramsOf(schema, failure) };
}

/** What was wanted, read from the schema at the place where it was missed. */
function paramsOf(schema: CheckedSchema, { keyword, keywordLocation, error }: Failure): SchemaError['params'] {
  // The validator names the field only in its sentence.
  if (keyword === 'required') return { missingProperty: /property "([\s\S]*)"\.$/.exec(error)?.[1] ?? '' };
  if (!LIMITS.has(keyword) && !NAMED.has(keyword)) return {};
  const value = partAt(schema, keywordLocation);
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  return { [LIMITS.has(keyword) ? 'limit' : keyword]: value };
}

/** Whether only entries of a wrong type are there twice. Ajv tells of their type alone, where the entries are plain. */
function repeatsTypes(schema: CheckedSchema, value: Json, failure: Failure): boolean {
  if (failure.keyword !== 'uniqueItems') return false;
  const items = partAt(schema, failure.keywordLocation.replace(/uniqueItems$/, 'items')) as FieldSchema | undefined;
  const entries = partAt(value, failure.instanceLocation);
  const type = items?.type;
  if (type === undefined || type === 'object' || type === 'array' || !Array.isArray(entries)) return false;
  const right = entries.filter((entry) => fits(entry, type));
  return new Set(right).size === right.length;
}

/** Whether an entry is of a plain type. */
function fits(entry: unknown, type: string): boolean {
  return type === 'integer' ? Number.isInteger(entry) : typeof entry === type;
}

/** The part of a schema or a value at a location, through references. */
function partAt(whole: unknown, location: string): unknown {
  const keys = location
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    whole,
  );
}

/** Fields that no part of a closed schema knows for this value. `schemas` are all that speak of the value. */
function unknownFields(schemas: readonly CheckedSchema[], value: Json, path: string): readonly SchemaError[] {
  if (Array.isArray(value)) {
    const items = schemas.flatMap((schema) => schema.items ?? []);
    return items.length === 0
      ? []
      : value.flatMap((entry: Json, index) => unknownFields(items, entry, `${path}/${index}`));
  }
  if (!isJsonObject(value)) return [];
  const parts = schemas.flatMap((schema) => activeParts(schema, value, holds));
  const closed = schemas.some((schema) => schema.unevaluatedProperties === false);
  return Object.entries(value).flatMap(([name, answer]) => {
    const fields = parts.flatMap((part) =>
      part.properties !== undefined && Object.hasOwn(part.properties, name) ? (part.properties[name] ?? []) : [],
    );
    if (fields.length > 0) return unknownFields(fields, answer, path + pointer(name));
    return closed ? [{ path, keyword: 'unevaluatedProperties', params: { unevaluatedProperty: name } }] : [];
  });
}

/** Whether a value fits a condition; the conditions that decide which fields are shown are asked in the same way. */
export function holds(condition: FieldSchema, value: Json): boolean {
  return validatorFor(condition).validate(value).valid;
}
