import type { Problem } from '../model/problem.ts';
import { checkKind } from './check-kind.ts';
import { checkLeaving } from './check-leaving.ts';
import { checkNames } from './check-names.ts';
import { checkRegions } from './check-regions.ts';
import { checkRoot } from './check-root.ts';
import { checkTargets } from './check-targets.ts';
import type { FormedChart } from './choose-forms.ts';
import { asProblem } from './drawing-problem.ts';

/**
 * All reasons why a workflow cannot be drawn, in the file's order of states; none if it can.
 *
 * What is not drawn is checked no further than its names and targets. BP12
 */
export function checkDrawing(chart: FormedChart): readonly Problem[] {
  const everywhere = chart.states.flatMap((node) => [...checkNames(chart, node), ...checkKind(chart, node)]);
  const whole = [...checkRoot(chart), ...everywhere];
  // Where a state leads is only asked once every state is something: what is asked rests on it.
  if (whole.length > 0) return whole.map(asProblem);
  const drawn = chart.states.filter((node) => chart.form(node) !== 'aside');
  return [
    ...checkTargets(chart, chart.root),
    ...drawn.flatMap((node) => [
      ...checkTargets(chart, node),
      ...checkLeaving(chart, node),
      ...checkRegions(chart, node),
    ]),
    ...chart.states.filter((node) => chart.form(node) === 'aside').flatMap((node) => checkTargets(chart, node)),
  ].map(asProblem);
}
