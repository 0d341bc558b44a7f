import { inFileOrder } from '../lint/file-order.ts';
import { applyRules } from '../lint/rule.ts';
import type { FormFile } from '../model/form-file.ts';
import type { Problem } from '../model/problem.ts';
import type { Translations } from '../model/version.ts';
import { type FormSurroundings, openFormContext } from './lint/form-context.ts';
import { FORM_RULES } from './lint/form-rules.ts';

/**
 * Everything that is wrong with a form, in file order: errors that stop it from being published, and warnings.
 *
 * Pure. The form has the shape of its schema (`parseForm`). Its examples are run elsewhere, in both validators.
 */
export function lintForm(form: FormFile, texts: Translations, surroundings: FormSurroundings): readonly Problem[] {
  return inFileOrder(form, applyRules(FORM_RULES, openFormContext(form, texts, surroundings)));
}
