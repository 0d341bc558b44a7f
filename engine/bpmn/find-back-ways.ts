import type { StateNode } from '../workflow/walk-states.ts';
import type { Chart, Way } from './read-chart.ts';

/**
 * The ways that lead back: to a state on the path by which they were reached, in a walk from the beginning that
 * follows the file's order.
 */
export function findBackWays(chart: Chart): ReadonlySet<Way> {
  const back = new Set<Way>();
  const seen = new Set<StateNode>();
  const path = new Set<StateNode>();
  const visit = (node: StateNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    path.add(node);
    const first = chart.first(node);
    if (chart.kind(node) === 'parallel') chart.children(node).forEach(visit);
    else if (first !== undefined) visit(first);
    for (const way of waysOn(chart, node)) {
      if (way.to == null) continue;
      if (path.has(way.to)) back.add(way);
      else visit(way.to);
    }
    path.delete(node);
  };
  const begin = chart.first(chart.root);
  if (begin !== undefined) visit(begin);
  return back;
}

/** The ways out of a state; out of a final, those of the states that it may complete. */
function waysOn(chart: Chart, node: StateNode): readonly Way[] {
  const own = chart.ways(node).filter(({ kind }) => kind !== 'onDone');
  return chart.kind(node) === 'final' ? [...own, ...completedBy(chart, node)] : own;
}

function completedBy(chart: Chart, { parent }: StateNode): readonly Way[] {
  if (parent === null || parent.parent === null) return [];
  const done = chart.ways(parent).filter(({ kind }) => kind === 'onDone');
  return chart.kind(parent.parent) === 'parallel' ? [...done, ...completedBy(chart, parent)] : done;
}
