import type { FormView } from '../views/shared-views.ts';
import type { CaseTexts } from '../case-texts.ts';

const NOTHING: FormView = {
  id: '',
  title: '',
  help: null,
  schema: { type: 'object', properties: {} },
  checks: [],
  layout: [],
};

/** A form as the page gets it: in the reader's language, without the examples that only tests read. */
export function presentForm(texts: CaseTexts, id: string | undefined): FormView {
  const form = id === undefined ? undefined : texts.forms.get(id);
  if (form === undefined) return NOTHING;
  return {
    id: form.id,
    title: form.title,
    help: form.help ?? null,
    schema: form.schema,
    checks: form.checks ?? [],
    layout: form.layout ?? [],
    ...(form['x-layout'] === undefined ? {} : { 'x-layout': form['x-layout'] }),
  };
}
