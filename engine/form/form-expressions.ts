import type { FormFile } from '../model/form-file.ts';
import type { Json } from '../model/json.ts';
import { type CompiledExpression, compileExpression, feelOf } from '../feel/expression.ts';
import { feelFunctions } from '../feel/functions.ts';

/** What an expression in a form sees. `row` is the row of a list that a computed column stands in. */
export const FORM_ROOTS = ['answers', 'data', 'refs', 'now', 'row'] as const;

export interface FormScope {
  readonly answers: Json;
  readonly data: Json;
  /** Top-level field → the picked record, or the list of picked records. */
  readonly refs: Json;
  readonly now: string;
  readonly row?: Json;
}

const cache = new WeakMap<FormFile, Map<string, CompiledExpression>>();

/** Evaluates an `= …` text of a form. Working time is not counted in forms: there is no `plus`. */
export function askForm(form: FormFile, text: string, scope: FormScope): Json {
  const known = cache.get(form) ?? new Map<string, CompiledExpression>();
  cache.set(form, known);
  const feel = feelOf(text);
  const compiled =
    known.get(feel) ??
    compileExpression(
      feel,
      FORM_ROOTS,
      feelFunctions(() => null),
    );
  known.set(feel, compiled);
  return compiled.evaluate([scope.answers, scope.data, scope.refs, scope.now, scope.row ?? null]);
}
