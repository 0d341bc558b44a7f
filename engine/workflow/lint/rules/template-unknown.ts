import { didYouMean } from '../../../lint/suggest.ts';
import { effectCalls, literalAt } from '../effect-calls.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** Whatever takes a `template`: notifications and documents. */
export const templateUnknown: WorkflowRule = {
  id: 'WF49',
  code: 'workflow.template_unknown',
  severity: 'error',
  title: 'A template that does not exist.',
  remedy: 'Write templates/<id>.<language>.hbs beside the workflow, or name another.',
  check(context) {
    const { templates } = context.around;
    return effectCalls(context).flatMap((call) => {
      const id = literalAt(call, 'template');
      if (id === null || templates.has(id)) return [];
      return [
        {
          path: `${call.pointer}/template`,
          message: `There is no template "${id}".${didYouMean(id, templates.keys()) || ` Write templates/${id}.en.hbs, or name another.`}`,
          params: { template: id },
        },
      ];
    });
  },
};
