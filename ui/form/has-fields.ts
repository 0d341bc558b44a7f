import { walkFields } from '../../engine/form/walk-fields.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { formFileOf } from './form-file-of.ts';

/** True for a form that asks for something; some tasks only want an outcome. */
export function hasFields(form: FormView): boolean {
  return walkFields(formFileOf(form)).some((field) => field.name !== 'outcome');
}
