import { answerProblem, valuesAt } from '../../engine/form/check-answers.ts';
import { walkFields } from '../../engine/form/walk-fields.ts';
import type { FieldSchema, FormFile } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import { type Problem, pointer } from '../../engine/model/problem.ts';
import type { SchemaError } from '../../engine/model/schema-checker.ts';
import { openFileChecker } from '../checker/ajv-checker.ts';
import type { RegisterFile } from './register-files.ts';
import { rowSchema } from './row-schema.ts';

/** Everything that is wrong with the fields of a row, each with its place; whether what it names exists is asked elsewhere. */
export type RowCheck = (register: RegisterFile, fields: JsonObject) => readonly Problem[];

const forms = new WeakMap<RegisterFile, FormFile>();

/** A register as if it were a form: fields, labels and sentences of forms hold for rows too. */
export function rowForm(register: RegisterFile): FormFile {
  const known = forms.get(register);
  if (known !== undefined) return known;
  const form: FormFile = { id: register.id, title: register.title, schema: register.schema as FieldSchema };
  forms.set(register, form);
  return form;
}

/** Opens the check of rows. Messages are English; `rowProblem` codes and params let another language say the same. */
export function openRowCheck(): RowCheck {
  const check = openFileChecker();
  return (register, fields) => {
    const form = rowForm(register);
    return [...check(rowSchema(register), fields).map((error) => problemOf(form, error)), ...decimals(form, fields)];
  };
}

/** One problem of a field of a row. */
export function rowProblem(form: FormFile, path: string, code: string, params: Problem['params'] & {} = {}): Problem {
  return { ...answerProblem(form, path, code, params), code: `row.${code}` };
}

function problemOf(form: FormFile, { keyword, params, path }: SchemaError): Problem {
  if (keyword === 'required') return rowProblem(form, path + pointer(params['missingProperty'] ?? ''), 'required');
  if (keyword === 'unevaluatedProperties')
    return rowProblem(form, path + pointer(params['unevaluatedProperty'] ?? ''), 'unknown_field');
  return rowProblem(
    form,
    path,
    keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    params,
  );
}

/** A number with more places than its field declares. */
function decimals(form: FormFile, fields: JsonObject): readonly Problem[] {
  return walkFields(form).flatMap((field) => {
    const places = field.schema['x-decimals'];
    if (places === undefined) return [];
    return valuesAt(fields, field.path).flatMap(({ path, value }) =>
      typeof value === 'number' && Number(value.toFixed(places)) !== value
        ? [rowProblem(form, path, 'decimals', { limit: places })]
        : [],
    );
  });
}
