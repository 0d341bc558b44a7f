import { toBpmn } from '../../engine/bpmn/to-bpmn.ts';
import { lintForm } from '../../engine/form/lint-form.ts';
import type { FormFile } from '../../engine/model/form-file.ts';
import { errorsOf, type Problem } from '../../engine/model/problem.ts';
import type { Bundle } from '../../engine/model/version.ts';
import { exploreWorkflow } from '../../engine/workflow/explore-workflow.ts';
import { lintWorkflow } from '../../engine/workflow/lint/lint-workflow.ts';
import { type Surroundings, templateLanguages } from '../../engine/workflow/lint/surroundings.ts';
import { createElement } from '../diagram/bpmn-xml.ts';
import { lintTemplate } from '../documents/template-language.ts';
import { HANDLER_FACTS } from '../effects/effect-registry.ts';
import { QUERIES } from '../effects/queries/query-registry.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { REGISTERS } from '../services/registers.ts';
import type { LintBundle } from './publish-folder.ts';

/**
 * Lints a bundle as this server would run it: the workflow in its surroundings, what can be reached, whether it can be
 * drawn, its forms and its templates. Errors of the workflow itself are told before what would only follow from them.
 */
export function lintBundleIn(keeper: PlantKeeper): LintBundle {
  return (bundle) => {
    const around = surroundingsOf(bundle, keeper);
    const workflow = lintWorkflow(bundle, around);
    const rest = [...formProblems(bundle, around), ...templateProblems(bundle)];
    if (errorsOf(workflow).length > 0) return [...workflow, ...rest];
    const drawn = toBpmn(bundle.machine, createElement);
    return [
      ...workflow,
      ...exploreWorkflow(bundle.machine).problems,
      ...(drawn.kind === 'refused' ? drawn.problems : []),
      ...rest,
    ];
  };
}

function surroundingsOf(bundle: Bundle, keeper: PlantKeeper): Surroundings {
  const plant = keeper.plant();
  const people = [...plant.people.values()];
  return {
    roles: plant.roles,
    departments: plant.departments,
    // A plant without people yet can still be given its procedures.
    ...(people.length === 0 ? {} : { people }),
    calendars: plant.calendars,
    forms: new Map(Object.entries(bundle.forms)),
    effects: HANDLER_FACTS,
    queries: QUERIES,
    templates: templateLanguages(Object.keys(bundle.templates)),
    settings: plant.settings,
    registers: new Set([...REGISTERS, 'people']),
  };
}

function formProblems(bundle: Bundle, around: Surroundings): readonly Problem[] {
  return Object.entries(bundle.forms).flatMap(([id, form]: [string, FormFile]) =>
    lintForm(form, bundle.formTexts[id] ?? {}, { registers: around.registers }).map((problem) => ({
      ...problem,
      path: `/forms/${id}${problem.path}`,
    })),
  );
}

function templateProblems(bundle: Bundle): readonly Problem[] {
  return Object.entries(bundle.templates).flatMap(([name, source]) =>
    lintTemplate(source).map((problem) => ({ ...problem, path: `/templates/${name}${problem.path}` })),
  );
}
