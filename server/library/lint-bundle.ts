import { toBpmn } from '../../engine/bpmn/to-bpmn.ts';
import type { Plant } from '../../engine/model/person.ts';
import { errorsOf, type Problem } from '../../engine/model/problem.ts';
import type { Bundle } from '../../engine/model/version.ts';
import { checkWorkflow } from '../../engine/workflow/check-workflow.ts';
import type { BundleSurroundings } from '../../engine/workflow/lint-bundle.ts';
import { createElement } from '../diagram/bpmn-xml.ts';
import { lintTemplate } from '../documents/template-language.ts';
import { HANDLER_FACTS } from '../effects/effect-registry.ts';
import { QUERIES } from '../effects/queries/query-registry.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { REGISTERS } from '../services/registers.ts';
import type { LintBundle } from './publish-folder.ts';

/**
 * Lints what was read as this server would run it: the workflow in its surroundings, what can be reached, its forms and
 * templates; and, once nothing is wrong with those, whether it can be drawn.
 */
export function lintBundleIn(keeper: PlantKeeper): LintBundle {
  return ({ parsed, rest }, workflows) => {
    const checked = checkWorkflow({ parsed, rest, surroundings: { ...surroundingsOf(keeper), workflows } });
    const problems = [...checked.problems, ...templateProblems(rest)];
    if (checked.file === null || errorsOf(problems).length > 0) return problems;
    const drawn = toBpmn(checked.file, createElement);
    return drawn.kind === 'refused' ? [...problems, ...drawn.problems] : problems;
  };
}

function surroundingsOf(keeper: PlantKeeper): BundleSurroundings {
  const { people, roles, departments, calendars, ladders, settings } = keeper.plant();
  return {
    roles,
    departments,
    // A plant without people yet can still be given its procedures.
    ...(people.size === 0 ? {} : { people: [...people.values()] }),
    calendars,
    ladders,
    heads: headsOf(roles, departments),
    effects: HANDLER_FACTS,
    queries: QUERIES,
    settings,
    registers: new Set([...REGISTERS, 'people']),
  };
}

/** Who leads the department of each role: asked where nobody else may do a task. */
function headsOf(roles: Plant['roles'], departments: Plant['departments']): ReadonlyMap<string, string> {
  return new Map(
    [...roles.values()].flatMap(({ id, department }) => {
      const head = departments.get(department)?.head ?? null;
      return head === null ? [] : [[id, head] as const];
    }),
  );
}

function templateProblems({ templates }: Pick<Bundle, 'templates'>): readonly Problem[] {
  return Object.entries(templates).flatMap(([name, source]) =>
    lintTemplate(source).map((problem) => ({ ...problem, path: `/templates/${name}${problem.path}` })),
  );
}
