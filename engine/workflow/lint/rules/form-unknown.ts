import { didYouMean } from '../../../lint/suggest.ts';
import { askersOf } from '../askers.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** The task would open with nothing to fill in. */
export const formUnknown: WorkflowRule = {
  id: 'WF40',
  code: 'workflow.form_unknown',
  severity: 'error',
  title: 'A task, a command or the start names a form that does not exist.',
  remedy: 'Name one that does, or write it.',
  check(context) {
    const { forms } = context.around;
    const { start } = context.file.meta;
    const named = askersOf(context).map(({ who, pointer }) => ({
      form: pointer === '/meta/start' ? start.form : (who as { readonly form?: string }).form,
      path: `${pointer}/form`,
    }));
    return named.flatMap(({ form, path }) =>
      form === undefined || forms.has(form)
        ? []
        : [
            {
              path,
              message: `There is no form "${form}".${didYouMean(form, forms.keys()) || ' Write it, or name another.'}`,
              params: { form },
            },
          ],
    );
  },
};
