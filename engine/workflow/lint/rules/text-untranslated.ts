import { LANGUAGES } from '../../../model/language.ts';
import { textPointers } from '../../text-pointers.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** English is the fallback, so this is no error. */
export const textUntranslated: WorkflowRule = {
  id: 'WF80',
  code: 'workflow.text_untranslated',
  severity: 'warning',
  title: 'A text has no translation; its readers see it in English.',
  remedy: 'Add it to texts.<language>.json.',
  check: ({ file, texts }) =>
    [...textPointers(file)].flatMap(([path, english]) => {
      const missing = LANGUAGES.filter((language) => language !== 'en' && !Object.hasOwn(texts[language] ?? {}, path));
      return missing.map((language) => ({
        path,
        message: `"${english}" is not translated into ${language}. Add it to texts.${language}.json.`,
        params: { language },
      }));
    }),
};
