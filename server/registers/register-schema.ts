import { FIELD_DEFINITION, FIELD_SCHEMA } from '../../engine/form/field-schema.ts';
import { inFileOrder } from '../../engine/lint/file-order.ts';
import { readJson } from '../../engine/lint/read-json.ts';
import { type FileWords, keysOf, schemaProblems } from '../../engine/lint/schema-problems.ts';
import type { Problem } from '../../engine/model/problem.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import { REGISTER_GROUPS, type RegisterFile } from './register-file.ts';

type Part = { readonly [keyword: string]: unknown };

const LIMITS = { characters: 1_048_576, depth: 100 };
const text = (maxLength: number): Part => ({ type: 'string', minLength: 1, maxLength });
const names = (minItems: number): Part => ({
  type: 'array',
  items: text(63),
  minItems,
  maxItems: 200,
  uniqueItems: true,
});
const closed = (properties: { readonly [key: string]: Part }, optional: readonly string[] = []): Part => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

/** The JSON Schema (2020-12) of a register's file. What it means is asked by `lintRegister`. */
const REGISTER_SCHEMA: Part = {
  ...closed(
    {
      $schema: { type: 'string' },
      id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$' },
      title: text(120),
      group: { enum: REGISTER_GROUPS },
      key: text(63),
      label: text(63),
      schema: { ...FIELD_SCHEMA },
      views: closed({
        list: closed({ columns: names(1), sort: text(63) }),
        search: names(1),
        form: closed({
          groups: { type: 'array', items: closed({ title: text(120), fields: names(1) }), minItems: 1, maxItems: 30 },
        }),
      }),
      rights: closed({ read: names(1), write: names(0), workflows: names(0) }, ['read', 'workflows']),
    },
    ['$schema'],
  ),
  $defs: FIELD_DEFINITION,
};

const WORDS: FileWords = { kind: 'register', keys: keysOf(REGISTER_SCHEMA), notRun: new Map() };
const check = openFileChecker();

/** The register, or all that is wrong with how its file is built. */
export type ParsedRegister =
  | { readonly kind: 'parsed'; readonly file: RegisterFile }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads the text of a register's file, or says all that is wrong with how it is built, in file order. RG15 */
export function parseRegister(text: string): ParsedRegister {
  const read = readJson(text, LIMITS);
  if (read.kind === 'refused') return read;
  const errors = check(REGISTER_SCHEMA, read.value);
  if (errors.length > 0) return { kind: 'refused', problems: inFileOrder(read.value, schemaProblems(errors, WORDS)) };
  return { kind: 'parsed', file: read.value as unknown as RegisterFile };
}
