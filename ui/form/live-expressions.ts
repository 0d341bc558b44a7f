import { checkPlaces, fillCheckText } from '../../engine/form/check-answers.ts';
import { computeFields } from '../../engine/form/compute-fields.ts';
import { askForm } from '../../engine/form/form-expressions.ts';
import type { FieldSchema, FormFile } from '../../engine/model/form-file.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import type { Format } from '../texts/format.ts';
import type { LiveForm } from './live-form.ts';
import { formFileOf } from './form-file-of.ts';
import { canAskHere } from './live-form.ts';

/** What expressions see besides the answers. */
export interface LiveScope {
  readonly data: JsonObject;
  readonly now: string;
}

/**
 * Computes fields and asks checks while a person types.
 *
 * Expressions over records are left out: the page does not have these. This file brings the interpreter of
 * expressions, so it is loaded only for a form that has some.
 */
export function openLiveForm(form: FormView, readScope: () => LiveScope, format: Format): LiveForm {
  const file = onlyHere(formFileOf(form));
  const scope = () => ({ ...readScope(), refs: {} });
  // A page draws far more often than its answers change, and a long grid takes a while to work out.
  let last: { readonly data: JsonObject; readonly from: JsonObject; readonly made: JsonObject } | null = null;
  return {
    compute(answers) {
      const { data } = readScope();
      if (last !== null && last.data === data && (answers === last.from || answers === last.made)) return last.made;
      const made = orElse(() => computeFields(file, { ...scope(), answers }), answers);
      last = { data, from: answers, made };
      return made;
    },
    check: (answers) =>
      (file.checks ?? []).flatMap((check) => {
        const asked = { ...scope(), answers };
        if (orElse(() => askForm(file, check.that, asked), null) !== false) return [];
        return [
          {
            path: check.at,
            code: 'answers.check',
            message: fillCheckText(check.text, checkPlaces(file, check.text, asked), (value) => written(value, format)),
          },
        ];
      }),
  };
}

/** What fails here is the server's to say when the answers are sent; it may not take the form away from a person. */
function orElse<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch (error) {
    console.error(error);
    return otherwise;
  }
}

/** A value inside a sentence, as the reader writes it. */
function written(value: string, format: Format): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.shortDate(value);
  return /^-?\d+(\.\d+)?$/.test(value) ? format.number(Number(value)) : value;
}

/** The form without what the page cannot work out. */
function onlyHere(form: FormFile): FormFile {
  const checks = (form.checks ?? []).filter((check) => canAskHere(`${check.that} ${check.text}`));
  return { ...form, checks, schema: withoutUnknown(form.schema) };
}

/** A schema without values that only the server can work out, because they hang on records or on the whole case. */
function withoutUnknown(schema: FieldSchema): FieldSchema {
  const { 'x-computed': computed, ...rest } = schema;
  return {
    ...(computed === undefined || canAskHere(computed) ? schema : rest),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, field]) => [name, withoutUnknown(field)]),
      ),
    }),
    ...(schema.items && { items: withoutUnknown(schema.items) }),
  };
}
