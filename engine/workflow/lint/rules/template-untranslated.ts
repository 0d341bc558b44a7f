import { LANGUAGES } from '../../../model/language.ts';
import { effectCalls, literalAt } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** English is the fallback, so this is no error. */
export const templateUntranslated: WorkflowRule = {
  id: 'WF50',
  code: 'workflow.template_untranslated',
  severity: 'warning',
  title: 'A template does not exist in every language; its readers get it in English.',
  remedy: 'Write the missing one.',
  check(context) {
    return effectCalls(context).flatMap((call) => {
      const id = literalAt(call, 'template');
      const languages = id === null ? undefined : context.around.templates.get(id);
      const missing = languages === undefined ? [] : LANGUAGES.filter((language) => !languages.has(language));
      return missing.map((language) => ({
        path: `${call.pointer}/template`,
        message: `The template "${id ?? ''}" does not exist in ${language}. Write templates/${id ?? ''}.${language}.hbs.`,
        params: { language },
      }));
    });
  },
};
