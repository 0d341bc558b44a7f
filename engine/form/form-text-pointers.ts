import type { FormFile } from '../model/form-file.ts';
import { fieldTexts } from './field-texts.ts';

/**
 * Every text of a form that people read: where it stands, and its English. Titles and help, words for values, what
 * checks say, names in the layout. In the file's order; the keys are what `<form>.texts.<language>.json` is keyed by.
 */
export function formTextPointers(form: FormFile): ReadonlyMap<string, string> {
  const checks = (form.checks ?? []).map((check, index) => [`/checks/${index}/text`, check.text] as const);
  const layout = (form.layout ?? []).flatMap((part, index): readonly (readonly [string, string])[] => {
    const at = `/layout/${index}`;
    if ('section' in part)
      return [
        [`${at}/section`, part.section],
        ...(part.help === undefined ? [] : [[`${at}/help`, part.help] as const]),
      ];
    return 'ruler' in part
      ? part.ruler.marks.map((mark, place) => [`${at}/ruler/marks/${place}/label`, mark.label] as const)
      : [];
  });
  return new Map([
    ['/title', form.title],
    ...(form.help === undefined ? [] : [['/help', form.help] as const]),
    ...fieldTexts(form.schema, '/schema'),
    ...checks,
    ...layout,
  ]);
}
