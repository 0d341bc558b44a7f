import type { FormFile } from '../../engine/model/form-file.ts';
import type { FormView } from '../../server/services/views/shared-views.ts';

const files = new WeakMap<FormView, FormFile>();

/** A form as the engine reads it. The same object for the same view, so that what is made of it is made once. */
export function formFileOf(view: FormView): FormFile {
  const known = files.get(view);
  if (known !== undefined) return known;
  const { help, ...rest } = view;
  const made: FormFile = help === null ? rest : { ...rest, help };
  files.set(view, made);
  return made;
}
