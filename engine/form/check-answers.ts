import type { FieldSchema, FormFile } from '../model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../model/json.ts';
import type { Language } from '../model/language.ts';
import { type Problem, pointer } from '../model/problem.ts';
import { answerSchema } from './answer-schema.ts';
import { sayAnswerProblem } from './answer-sentences.ts';
import { computeFields } from './compute-fields.ts';
import { askForm, type FormScope } from './form-expressions.ts';
import type { SchemaChecker, SchemaError } from '../model/schema-checker.ts';
import { fieldAt, walkFields } from './walk-fields.ts';

export interface AnswersToCheck extends FormScope {
  readonly form: FormFile;
  readonly answers: JsonObject;
  /** The outcome that was picked, or null at a start and in a command. */
  readonly outcome: string | null;
  /** Values of `readOnly` fields, as the case gave them. */
  readonly prefill: JsonObject;
}

export type CheckedAnswers =
  | { readonly kind: 'fit'; readonly answers: JsonObject }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What no validator can be asked about: these keywords repeat what a deeper error says. */
const NOISE = new Set(['if', 'allOf', 'anyOf', 'oneOf', 'not']);

/**
 * Checks answers against their form: the schema, decimals, fields that nobody can send, and the checks across fields.
 *
 * Answers with all problems at once, or with the answers to store: computed and read-only fields set. FM1–FM7
 */
export function checkAnswers(checker: SchemaChecker, asked: AnswersToCheck): CheckedAnswers {
  const { form, outcome, prefill } = asked;
  const sent = withoutReadOnly(form, asked.answers, prefill);
  if (sent.problems.length > 0) return { kind: 'refused', problems: sent.problems };
  const answers = computeFields(form, { ...asked, answers: sent.answers });
  const checked = outcome === null ? answers : { ...answers, outcome };
  const found = checker(answerSchema(form), checked)
    .filter((error) => !NOISE.has(error.keyword))
    .map((error) => problemOf(form, error));
  const problems = [...withoutEchoes(checker, form, checked, found), ...decimalProblems(form, answers)];
  const all = problems.length > 0 ? problems : failedChecks(asked, checked);
  return all.length > 0 ? { kind: 'refused', problems: all } : { kind: 'fit', answers };
}

/**
 * A `then` in which one field fails counts as not evaluated, so all its fields look unknown. Those that are asked are not.
 */
function withoutEchoes(
  checker: SchemaChecker,
  form: FormFile,
  answers: JsonObject,
  problems: readonly Problem[],
): readonly Problem[] {
  if (!problems.some((problem) => problem.code === 'answers.unknown_field')) return problems;
  const asked = new Set(askedFields(checker, form.schema, answers));
  return problems.filter(
    (problem) =>
      problem.code !== 'answers.unknown_field' ||
      !(asked.has(problem.path) || (problem.path.lastIndexOf('/') > 0 && fieldAt(form, problem.path) !== undefined)),
  );
}

/** Pointers of the top-level fields that these answers are asked for, conditions included. */
export function askedFields(checker: SchemaChecker, schema: FieldSchema, answers: JsonObject): readonly string[] {
  const branch =
    schema.if === undefined ? undefined : checker(schema.if, answers).length === 0 ? schema.then : schema.else;
  return [
    ...Object.keys(schema.properties ?? {}).map((name) => pointer(name)),
    ...(schema.allOf ?? []).flatMap((part) => askedFields(checker, part, answers)),
    ...(branch === undefined ? [] : askedFields(checker, branch, answers)),
  ];
}

/** Sets the fields that only the case fills. One that was sent with another value is refused. FM4 */
function withoutReadOnly(
  form: FormFile,
  answers: JsonObject,
  prefill: JsonObject,
): { readonly answers: JsonObject; readonly problems: readonly Problem[] } {
  let result = answers;
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(form.schema.properties ?? {})) {
    if (field.readOnly !== true) continue;
    const { [name]: value, ...rest } = result;
    const given = prefill[name];
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(given))
      problems.push(answerProblem(form, pointer(name), 'read_only', {}));
    result = given === undefined || given === null ? rest : { ...rest, [name]: given };
  }
  return { answers: result, problems };
}

function problemOf(form: FormFile, error: SchemaError): Problem {
  const { keyword, params, path } = error;
  if (keyword === 'required')
    return answerProblem(form, path + pointer(params['missingProperty'] ?? ''), 'required', {});
  if (keyword === 'unevaluatedProperties')
    return answerProblem(form, path + pointer(params['unevaluatedProperty'] ?? ''), 'unknown_field', {});
  const code = keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return answerProblem(form, path, code, params);
}

/** One problem of an answer. The message is English; another language says it from `code` and `params`. */
export function answerProblem(form: FormFile, path: string, code: string, params: Problem['params'] & {}): Problem {
  const label = fieldAt(form, path)?.schema.title ?? path.split('/').at(-1) ?? '';
  const problem = { path, code: `answers.${code}`, params };
  return { ...problem, message: sayAnswerProblem(problem, label, 'en') };
}

/** The same problem in the language of its reader; `label` is the field's name there. */
export function translateProblem(problem: Problem, label: string, language: Language): Problem {
  return { ...problem, message: sayAnswerProblem(problem, label, language) };
}

/** A number with more places than its field declares: 0.1 + 0.2 has no place in an amount. FM3 */
function decimalProblems(form: FormFile, answers: JsonObject): readonly Problem[] {
  return walkFields(form).flatMap((field) => {
    const places = field.schema['x-decimals'];
    if (places === undefined || field.schema['x-computed'] !== undefined) return [];
    return valuesAt(answers, field.path).flatMap(({ path, value }) =>
      typeof value === 'number' && Number(value.toFixed(places)) !== value
        ? [answerProblem(form, path, 'decimals', { limit: places })]
        : [],
    );
  });
}

/** Every value at a field's path, with its own pointer. */
export function valuesAt(
  value: Json | undefined,
  path: readonly string[],
  at = '',
): readonly { readonly path: string; readonly value: Json }[] {
  const [key, ...rest] = path;
  if (value === undefined) return [];
  if (key === undefined) return [{ path: at, value }];
  if (key === '*')
    return Array.isArray(value) ? value.flatMap((entry: Json, index) => valuesAt(entry, rest, `${at}/${index}`)) : [];
  if (Array.isArray(value))
    return /^\d+$/.test(key) ? valuesAt(value[Number(key)] as Json | undefined, rest, at + pointer(key)) : [];
  return isJsonObject(value) && Object.hasOwn(value, key) ? valuesAt(value[key], rest, at + pointer(key)) : [];
}

/** Checks across fields. One that is null holds: a missing field is `required`'s business. FM7 */
function failedChecks(asked: AnswersToCheck, answers: JsonObject): readonly Problem[] {
  const scope = { ...asked, answers };
  return (asked.form.checks ?? []).flatMap((check, index) => {
    if (askForm(asked.form, check.that, scope) !== false) return [];
    const params = { check: index, ...checkPlaces(asked.form, check.text, scope) };
    return [
      { path: check.at, code: 'answers.check', params, message: fillCheckText(check.text, params, (value) => value) },
    ];
  });
}

const PLACE = /\{(=[^{}]*)\}/g;

/** The values of a check's `{= FEEL}` places, in order, so that another language can say the same sentence. */
export function checkPlaces(form: FormFile, text: string, scope: FormScope): { readonly [name: string]: string } {
  return Object.fromEntries(
    [...text.matchAll(PLACE)].map((match, index) => [
      `value${index}`,
      String(askForm(form, match[1] ?? '', scope) ?? ''),
    ]),
  );
}

/** A check's sentence with its places filled; `format` writes dates and numbers as its reader does. */
export function fillCheckText(text: string, params: Problem['params'], format: (value: string) => string): string {
  let index = 0;
  return text.replace(PLACE, () => format(String(params?.[`value${index++}`] ?? '')));
}
