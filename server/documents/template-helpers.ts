import { type Json, isJsonObject } from '../../engine/model/json.ts';
import type { CaseWords } from './case-words.ts';
import type { DocumentContext } from './document-context.ts';
import type { ValueFormats } from './format-values.ts';

export type TemplateHelpers = { readonly [name: string]: (this: unknown, ...args: never[]) => unknown };

/** Every helper that a template may call, Handlebars' own included. A closed list: lint and compile read it. */
export const HELPERS = [
  'each',
  'if',
  'unless',
  'with',
  'is',
  'any',
  'count',
  'date',
  'moment',
  'number',
  'yes_no',
  'list',
  'name',
  'label',
  'step',
  'outcome',
  'recorded',
  'signatures',
] as const;

/** What helpers need to say a case's values to a reader. */
export interface HelperContext {
  readonly context: Pick<DocumentContext, 'names' | 'evidence'>;
  readonly formats: ValueFormats;
  readonly words: CaseWords;
  /** Renders the rows of `recorded`; only documents have such a block. */
  readonly recorded: (names: readonly string[]) => unknown;
  /** Renders the block of `signatures`: of the named steps, or all of the case. */
  readonly signatures: (names: readonly string[]) => unknown;
}

/**
 * The helpers of a template.
 *
 * `is a b` equal · `any a b …` one of them there · `count list` · `date x`, `moment x`, `number x 2`, `yes_no x` ·
 * `list xs` in one line · `name "customers" id` · `label "order-intake" "/lines/0/uom" x`, with `data` for computed
 * values · `step "decide"`, `outcome "decide" x` · `recorded "start" "decide"`: who completed these, and when ·
 * `signatures`, `signatures "approve"`: the electronic signatures of the case, or of these steps.
 */
export function templateHelpers({ context, formats, words, recorded, signatures }: HelperContext): TemplateHelpers {
  const nameOf = (register: Json | undefined, id: Json | undefined): string =>
    typeof id === 'string' ? (ownText(context.names, `${String(register)}/${id}`) ?? id) : '';
  return {
    is: (a: unknown, b: unknown) => a === b,
    any: (...values: unknown[]) => values.slice(0, -1).some(isThere),
    count: (value: unknown) => (Array.isArray(value) ? value.length : 0),
    date: (value: Json | undefined) => formats.date(value),
    moment: (value: Json | undefined) => formats.moment(value),
    number: (value: Json | undefined, decimals: unknown) =>
      formats.number(value, typeof decimals === 'number' ? decimals : 0),
    yes_no: (value: Json | undefined) => formats.yesNo(value),
    list: (value: Json | undefined) => formats.list(Array.isArray(value) ? value.map(String) : []),
    name: (register: Json | undefined, id: Json | undefined) =>
      Array.isArray(id) ? formats.list(id.map((entry: Json) => nameOf(register, entry))) : nameOf(register, id),
    label: (form: unknown, path: unknown, value: Json | undefined) =>
      formats.list(words.label(String(form), String(path), isHelperOptions(value) ? undefined : value)),
    step: (name: unknown) => (typeof name === 'string' ? words.step(name) : ''),
    outcome: (step: unknown, outcome: unknown) =>
      typeof step === 'string' && typeof outcome === 'string' ? words.outcome(step, outcome) : '',
    recorded: (...names: unknown[]) => recorded(names.slice(0, -1).map(String)),
    signatures: (...names: unknown[]) => signatures(names.slice(0, -1).map(String)),
  };
}

const isThere = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** Handlebars passes its options last; where a value is missing in the template, they stand in its place. */
const isHelperOptions = (value: unknown): boolean =>
  isJsonObject(value) && 'hash' in value && 'lookupProperty' in value;

const ownText = (texts: { readonly [key: string]: string }, key: string): string | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;
