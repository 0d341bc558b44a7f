import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../../engine/model/json.ts';
import type { SchemaChecker, SchemaError } from '../../engine/model/schema-checker.ts';

/** The only file that imports Ajv. Formats are those that the page's checker knows too. */
const FORMATS = ['date', 'time', 'date-time', 'duration', 'email', 'uri', 'uuid', 'regex', 'json-pointer'] as const;

/** Keywords of ours that say something to people and nothing to a validator. */
const OUR_KEYWORDS = [
  'x-labels',
  'x-ref',
  'x-file',
  'x-unit',
  'x-decimals',
  'x-computed',
  'x-multiline',
  'x-rows',
  'x-widget',
  'x-acceptance',
];

/** More problems than anybody reads; a hostile answer must not produce millions. */
const MOST_ERRORS = 100;

/** Opens an Ajv for our schemas. `quick` stops at the first error: most answers fit. */
export function openAjv(options: { readonly quick: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: !options.quick,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    validateSchema: false,
    logger: false,
    allowUnionTypes: true,
  });
  (addFormats as unknown as (ajv: Ajv2020, formats: readonly string[]) => void)(ajv, FORMATS);
  ajv.addVocabulary(OUR_KEYWORDS);
  return ajv;
}

/**
 * Opens the server's checker. A schema is compiled once, the first time it is asked.
 *
 * Checked first for a quick yes, and only on a no again for every error: `allErrors` is what makes bombs costly.
 */
export function openAjvChecker(): SchemaChecker {
  const quick = openAjv({ quick: true });
  const thorough = openAjv({ quick: false });
  return (schema, value) => {
    if (quick.compile(schema as object)(value)) return [];
    const validate = thorough.compile(schema as object);
    validate(value);
    return (validate.errors ?? []).slice(0, MOST_ERRORS).map(readError);
  };
}

/** Opens the checker of files that engineers write: all errors, and any schema of ours. */
export function openFileChecker(): (schema: object, value: Json) => readonly SchemaError[] {
  const ajv = openAjv({ quick: false });
  return (schema, value) => {
    const validate = ajv.compile(schema);
    validate(value);
    return (validate.errors ?? []).slice(0, MOST_ERRORS).map(readError);
  };
}

function readError(error: ErrorObject): SchemaError {
  const params = Object.entries(error.params as { readonly [name: string]: unknown }).flatMap(
    ([name, value]): [string, string | number][] =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name, value]]
        : Array.isArray(value)
          ? [[name, value.join(', ')]]
          : [],
  );
  return { path: error.instancePath, keyword: error.keyword, params: Object.fromEntries(params) };
}
