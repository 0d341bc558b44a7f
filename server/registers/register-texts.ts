import { fieldTexts } from '../../engine/form/field-texts.ts';
import type { FieldSchema } from '../../engine/model/form-file.ts';
import { pointer } from '../../engine/model/problem.ts';
import type { RegisterFile } from './register-files.ts';

/** Every text of a register that people read, with its place: what the files of other languages are keyed by. RG8 */
export function registerTexts({ title, schema, views }: RegisterFile): ReadonlyMap<string, string> {
  const groups = views.form.groups.map(
    (group, index) => [`/views/form/groups${pointer(index)}/title`, group.title] as const,
  );
  return new Map([['/title', title], ...fieldTexts(schema as FieldSchema, '/schema'), ...groups]);
}
