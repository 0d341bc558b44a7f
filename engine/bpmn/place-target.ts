import type { StateNode } from '../workflow/walk-states.ts';
import type { FormedChart } from './choose-forms.ts';
import { enteredBy } from './reach-states.ts';
import { isInside } from '../workflow/target-of.ts';
import { ancestorsOf, isRegion } from './read-chart.ts';

/** Where the flow of a transition ends: at the shape of a state, or where the branches of a parallel state meet. */
export type Place =
  | { readonly kind: 'state'; readonly state: StateNode }
  | { readonly kind: 'join'; readonly region: StateNode };

/**
 * Finds the place where a transition's flow ends; undefined if no flow can say it. BP8
 *
 * A flow ends at the edge of what it enters. So a target inside a sub-process must be where that begins anyway, and
 * nothing leads into a branch of a parallel state.
 */
export function placeOf(chart: FormedChart, from: StateNode, to: StateNode): Place | undefined {
  if (to.parent === null || isRegion(to)) return undefined;
  const entered = ancestorsOf(to)
    .filter((outer) => !isInside(from, outer))
    .toReversed();
  for (const outer of entered) {
    const form = chart.form(outer);
    if (form === 'open') continue;
    const beginsThere = form === 'box' && (outer === from || !isRegion(outer)) && enteredBy(chart, outer).includes(to);
    return beginsThere ? { kind: 'state', state: outer } : undefined;
  }
  if (chart.form(to) === 'joined' && to.parent !== null) return { kind: 'join', region: to.parent };
  return { kind: 'state', state: beginOf(chart, to) };
}

/** The state at whose shape a flow into `node` ends: an open group has none, so its first step stands for it. */
export function beginOf(chart: FormedChart, node: StateNode): StateNode {
  const first = chart.first(node);
  return chart.form(node) === 'open' && first !== undefined ? beginOf(chart, first) : node;
}
