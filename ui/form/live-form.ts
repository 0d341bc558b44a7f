import { walkFields } from '../../engine/form/walk-fields.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { formFileOf } from './form-file-of.ts';
import type { AnswerProblem } from './local-problems.ts';

/** What a form works out while a person types. */
export interface LiveForm {
  /** The answers with the computed fields set. */
  readonly compute: (answers: JsonObject) => JsonObject;
  /** Checks across fields that do not hold. */
  readonly check: (answers: JsonObject) => readonly AnswerProblem[];
}

/** True where an expression can be asked in the page: it has the answers and the data, but not the records behind ids. */
export function canAskHere(text: string): boolean {
  return !/\brefs\b/.test(text);
}

/** True for a form with something to work out in the page. */
export function hasLiveParts(form: FormView): boolean {
  const computed = walkFields(formFileOf(form)).some(
    ({ schema }) => schema['x-computed'] !== undefined && canAskHere(schema['x-computed']),
  );
  return computed || form.checks.some((check) => canAskHere(`${check.that} ${check.text}`));
}
