import { LANGUAGES } from '../../../model/language.ts';
import { formTextPointers } from '../../form-text-pointers.ts';
import type { FormRule } from '../form-context.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** English is the fallback, so this is no error. */
export const formTextUntranslated: FormRule = {
  id: 'FL31',
  code: 'form.text_untranslated',
  severity: 'warning',
  title: 'A text has no translation; its readers see it in English.',
  remedy: 'Add it to <form>.texts.<language>.json.',
  check: ({ form, texts }) =>
    [...formTextPointers(form)].flatMap(([path, english]) =>
      OTHERS.filter((language) => !Object.hasOwn(texts[language] ?? {}, path)).map((language) => ({
        path,
        message: `"${english}" is not translated into ${language}. Add it to ${form.id}.texts.${language}.json.`,
        params: { language },
      })),
    ),
};

/** Where a text moved, its old translation stays behind unseen. */
export const formTextAstray: FormRule = {
  id: 'FL32',
  code: 'form.text_astray',
  severity: 'warning',
  title: 'A translation belongs to no text of the form, most often because a field was renamed or moved.',
  remedy: 'Move it to its new place, or remove it.',
  check({ form, texts }) {
    const known = formTextPointers(form);
    return OTHERS.flatMap((language) =>
      Object.keys(texts[language] ?? {})
        .filter((path) => !known.has(path))
        .map((path) => ({
          path,
          message: `${form.id}.texts.${language}.json translates a text that the form does not have. Move it to its new place, or remove it.`,
          params: { language },
        })),
    );
  },
};
