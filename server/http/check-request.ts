import { EngineError } from '../../engine/model/engine-error.ts';
import type { SchemaError } from '../../engine/model/schema-checker.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { ApiSchema } from './route.ts';

const check = openFileChecker();

/** A part of a request that fits its schema, as a new object. Throws `request.invalid` with every problem. */
export function checkPart(schema: ApiSchema | undefined, value: unknown, place: 'body' | 'query' | 'path'): JsonObject {
  const given: Json = (value ?? {}) as Json;
  if (!isJsonObject(given))
    throw new EngineError('request.invalid', `The ${place} must be a JSON object.`, {
      problems: [{ path: '', code: 'request.type', message: `The ${place} must be a JSON object.` }],
    });
  const errors = check(schema ?? { type: 'object', additionalProperties: false }, given);
  if (errors.length === 0) return { ...given };
  const problems = errors.map((error) => problemOf(error, place));
  throw new EngineError('request.invalid', problems[0]?.message ?? 'The request cannot be read.', { problems });
}

function problemOf({ path, keyword, params }: SchemaError, place: string): Problem {
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const at = name === undefined ? path : `${path}/${name}`;
  const what = at === '' ? `The ${place}` : `"${at.slice(1)}" of the ${place}`;
  const sentences: { readonly [keyword: string]: string } = {
    required: `${what} is missing. Send it.`,
    additionalProperties: `${what} is not known. Leave it out.`,
    type: `${what} must be of the type ${String(params['type'] ?? '')}.`,
    enum: `${what} must be one of ${String(params['allowedValues'] ?? '')}.`,
    maxLength: `${what} is longer than ${String(params['limit'] ?? '')} characters.`,
    pattern: `${what} is not written as it must be.`,
  };
  return {
    path: at,
    code: `request.${keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    message: sentences[keyword] ?? `${what} does not fit (${keyword}).`,
  };
}
