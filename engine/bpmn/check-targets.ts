import type { StateNode } from '../workflow/walk-states.ts';
import type { FormedChart } from './choose-forms.ts';
import type { Obstacle } from './drawing-problem.ts';
import { placeOf } from './place-target.ts';
import type { Way } from './read-chart.ts';

/** Ways that lead to nothing, or to where no flow can lead. BP8 */
export function checkTargets(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  return chart.ways(node).flatMap((way) => checkTarget(chart, way));
}

function checkTarget(chart: FormedChart, { from, to, pointer, transition }: Way): readonly Obstacle[] {
  const path = `${pointer}/target`;
  if (to === null) return [];
  if (to === undefined)
    return [
      {
        path,
        code: 'drawing.bad_target',
        message: `${from.key === '' ? 'The workflow' : from.key} leads to ${transition.target}, which does not exist. Name a state of the workflow.`,
      },
    ];
  // Root commands and what only they reach are not drawn, so any target will do.
  if (from.parent === null || chart.form(from) === 'aside') return [];
  if (placeOf(chart, from, to) !== undefined) return [];
  return [
    {
      path,
      code: 'drawing.target_outside',
      message: `${from.key} leads to ${to.key}, into the middle of a branch or of a group with events or an end of its own. Lead to the group, or put the transition on the state around it.`,
    },
  ];
}
