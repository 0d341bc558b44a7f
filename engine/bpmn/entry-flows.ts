import type { StateNode } from '../workflow/walk-states.ts';
import { type FormedChart, isJoined } from './choose-forms.ts';
import { elementId, helperId } from './element-id.ts';
import type { Place } from './place-target.ts';
import { isRegion } from './read-chart.ts';

/** The gateway in front of a parallel split. */
export const enterId = (parallel: StateNode): string => helperId(elementId(parallel), 'enter');

/** The gateway in front of the join, for one branch. */
export const mergeId = (region: StateNode): string => helperId(elementId(region), 'merge');

/** The gateway that splits a parallel state: itself, or inside its sub-process. */
export function splitId(chart: FormedChart, parallel: StateNode): string {
  return chart.form(parallel) === 'wrapped' ? helperId(elementId(parallel), 'split') : elementId(parallel);
}

/**
 * The flows that are taken inside when a case comes to a place: to the first steps of what it enters, or from the end
 * of a branch to the join. Some of them may turn out not to be drawn.
 */
export function entryFlows(chart: FormedChart, place: Place): readonly string[] {
  return place.kind === 'join' ? [helperId(mergeId(place.region), 'to')] : flowsInto(chart, place.state);
}

function flowsInto(chart: FormedChart, node: StateNode): readonly string[] {
  const id = elementId(node);
  const first = chart.first(node);
  switch (chart.form(node)) {
    case 'split':
      return [helperId(enterId(node), 'to'), ...flowsIntoBranches(chart, node)];
    case 'wrapped':
      return [helperId(helperId(id, 'start'), 'to'), ...flowsIntoBranches(chart, node)];
    case 'box':
      return [helperId(helperId(id, 'start'), 'to'), ...(first === undefined ? [] : flowsInto(chart, first))];
    case 'open':
    case 'branch':
      return first === undefined ? [] : flowsInto(chart, first);
    case 'end':
      return flowsBehindBranchEnd(node);
    default:
      return [];
  }
}

function flowsIntoBranches(chart: FormedChart, parallel: StateNode): readonly string[] {
  const split = splitId(chart, parallel);
  return chart
    .children(parallel)
    .flatMap((region, index) => [helperId(split, `to_${index}`), ...flowsInto(chart, region)]);
}

/** A branch that is a sub-process ends inside it, and goes on to the join in the same step. */
function flowsBehindBranchEnd({ parent: region }: StateNode): readonly string[] {
  if (region?.parent == null || !isRegion(region) || !isJoined(region.parent)) return [];
  return [helperId(elementId(region), 'to'), helperId(mergeId(region), 'to')];
}
