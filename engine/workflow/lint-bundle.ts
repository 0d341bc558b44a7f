import { lintForm } from '../form/lint-form.ts';
import { inFileOrder } from '../lint/file-order.ts';
import type { Problem } from '../model/problem.ts';
import type { Bundle } from '../model/version.ts';
import { DEAD_END } from './explore/explore-rules.ts';
import { EXPLORE_BUDGET, type ExploreOptions, exploreWorkflow } from './explore-workflow.ts';
import { lintWorkflow } from './lint/lint-workflow.ts';
import { type Surroundings, templateLanguages } from './lint/surroundings.ts';
import { DEAD_STATE_RULES, GRAPH_RULES } from './lint/workflow-rules.ts';

/** What a bundle is linted in; its own forms and templates are what it may name. */
export type BundleSurroundings = Omit<Surroundings, 'forms' | 'templates'>;

/**
 * Everything that is wrong with what would be published: the workflow, all that its cases can come to, and its forms.
 *
 * Problems of the workflow point into its file, those of a form into `/forms/<id>`. It is explored only if its states
 * and targets can be trusted, and does not say again what lint has said of a state.
 */
export function lintBundle(
  bundle: Bundle,
  surroundings: BundleSurroundings,
  options: ExploreOptions = EXPLORE_BUDGET,
): readonly Problem[] {
  const { machine, forms, formTexts, templates } = bundle;
  const around: Surroundings = {
    ...surroundings,
    forms: new Map(Object.entries(forms)),
    templates: templateLanguages(Object.keys(templates)),
  };
  const linted = lintWorkflow(bundle, around);
  const explored = linted.some(({ code }) => GRAPH_RULES.has(code)) ? [] : exploreWorkflow(machine, options).problems;
  const ofForms = Object.entries(forms).flatMap(([id, form]) =>
    lintForm(form, formTexts[id] ?? {}, around).map((problem) => ({ ...problem, path: `/forms/${id}${problem.path}` })),
  );
  const said = linted.filter(({ code }) => DEAD_STATE_RULES.has(code)).map(({ path }) => path);
  const unsaid = explored.filter(
    ({ path, code }) => code !== DEAD_END.code || !said.some((place) => isAt(place, path)),
  );
  return inFileOrder({ ...machine, forms }, [...linted, ...unsaid, ...ofForms]);
}

/** True for a place that speaks of the state: it, or its decisions. */
const isAt = (place: string, state: string): boolean => place === state || place === `${state}/always`;
