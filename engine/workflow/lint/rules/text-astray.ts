import { LANGUAGES } from '../../../model/language.ts';
import { textPointers } from '../../text-pointers.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Where a state was renamed, its old translation stays behind unseen. */
export const textAstray: WorkflowRule = {
  id: 'WF81',
  code: 'workflow.text_astray',
  severity: 'warning',
  title: 'A translation belongs to no text of the workflow, most often because a state was renamed.',
  remedy: 'Move it to the new place in texts.<language>.json, or remove it.',
  check({ file, texts }) {
    const known = textPointers(file);
    return LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
      Object.keys(texts[language] ?? {})
        .filter((path) => !known.has(path))
        .map((path) => ({
          path,
          message: `texts.${language}.json translates a text that the workflow does not have. Move it to its new place, or remove it.`,
          params: { language },
        })),
    );
  },
};
