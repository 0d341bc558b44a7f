import { answerSchema } from '../../engine/form/answer-schema.ts';
import { sayAnswerProblem } from '../../engine/form/answer-sentences.ts';
import type { SchemaError } from '../../engine/model/schema-checker.ts';
import { fieldAt, walkFields } from '../../engine/form/walk-fields.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import { type Json, type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';
import { pointer } from '../../engine/model/problem.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { checkWithCfworker } from './cfworker-checker.ts';
import { formFileOf } from './form-file-of.ts';

/** One thing that is wrong with an answer, as the server would say it. */
export interface AnswerProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What was picked, and who reads it. */
export interface Asker {
  readonly outcome: string | null;
  readonly language: Language;
}

/** Failures that only say that another one is below them. */
const NOISE = new Set(['if', 'allOf', 'anyOf', 'not']);

/**
 * What is wrong with the answers, as far as the page can know: the schema and the decimals.
 *
 * Expressions are not asked here, so that a form without any never loads their interpreter; the server asks them all.
 */
export function localProblems(
  form: FormView,
  answers: JsonObject,
  { outcome, language }: Asker,
): readonly AnswerProblem[] {
  const file = formFileOf(form);
  const value = outcome === null ? answers : { ...answers, outcome };
  const found = [
    ...checkWithCfworker(answerSchema(file), value)
      .filter((error) => !NOISE.has(error.keyword))
      .map(nameOf),
    ...tooManyDecimals(file, answers),
  ];
  return found
    .filter(({ path }) => !isGiven(file, path))
    .map(({ path, code, params }) => {
      const label = fieldAt(file, path)?.schema.title ?? path.split('/').at(-1) ?? '';
      return { path, code: `answers.${code}`, message: sayAnswerProblem({ code, params }, label, language) };
    });
}

/** True where nobody answers: the value is computed or comes from the case. Then it is the server's to complain. */
function isGiven(form: FormFile, path: string): boolean {
  const schema = fieldAt(form, path)?.schema;
  return schema?.readOnly === true || schema?.['x-computed'] !== undefined;
}

/** A problem before it is put into words. */
type Found = { readonly path: string; readonly code: string; readonly params: SchemaError['params'] };

/** The engine's names for what a keyword finds. */
function nameOf({ keyword, params, path }: SchemaError): Found {
  if (keyword === 'required')
    return { path: path + pointer(params['missingProperty'] ?? ''), code: 'required', params: {} };
  if (keyword === 'unevaluatedProperties')
    return { path: path + pointer(params['unevaluatedProperty'] ?? ''), code: 'unknown_field', params: {} };
  const limit = params['limit'] ?? params['multipleOf'];
  return {
    path,
    code: keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    params: limit === undefined ? {} : { limit },
  };
}

/** Numbers with more decimals than their field takes. JSON Schema has no word for that. */
function tooManyDecimals(form: FormFile, answers: JsonObject): readonly Found[] {
  return walkFields(form).flatMap(({ schema, path }) => {
    const places = schema['x-decimals'];
    if (places === undefined || schema['x-computed'] !== undefined) return [];
    return numbersAt(answers, path, '').flatMap((found) =>
      Number(found.value.toFixed(places)) === found.value
        ? []
        : [{ path: found.path, code: 'decimals', params: { limit: places } }],
    );
  });
}

/** Every number at a path with `*` for rows, with its own pointer. */
function numbersAt(
  value: Json | undefined,
  path: readonly string[],
  at: string,
): readonly { readonly path: string; readonly value: number }[] {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'number' ? [{ path: at, value }] : [];
  if (key === '*')
    return Array.isArray(value) ? value.flatMap((entry: Json, index) => numbersAt(entry, rest, `${at}/${index}`)) : [];
  return isJsonObject(value) ? numbersAt(value[key], rest, at + pointer(key)) : [];
}
