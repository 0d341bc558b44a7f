import type { StateNode } from '../workflow/walk-states.ts';
import { ancestorsOf, type Chart, type Way } from './read-chart.ts';

/**
 * The states that can become active from `starts` over the ways that `follow` allows; the starts are among them.
 *
 * Guards are not asked. A group is done once one of its finals is reached, a parallel state once every branch has one.
 */
export function reachStates(
  chart: Chart,
  starts: readonly StateNode[],
  follow: (way: Way) => boolean,
): ReadonlySet<StateNode> {
  const reached = new Set<StateNode>();
  const open: StateNode[] = [];
  const add = (node: StateNode): void => {
    if (reached.has(node)) return;
    reached.add(node);
    open.push(node);
  };
  const isDone = (node: StateNode): boolean =>
    chart.children(node).some((child) => chart.kind(child) === 'final' && reached.has(child));
  const mayTake = (way: Way): boolean => {
    if (way.kind !== 'onDone') return follow(way);
    const finished = chart.kind(way.from) === 'parallel' ? chart.children(way.from).every(isDone) : isDone(way.from);
    return finished && follow(way);
  };
  const take = (node: StateNode): void => {
    for (const way of chart.ways(node)) {
      if (way.to === null || way.to === undefined || !mayTake(way)) continue;
      enteredBy(chart, way.to).forEach(add);
    }
  };
  starts.forEach(add);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    take(node);
    // A final may have been the last thing that the states around it waited for.
    if (chart.kind(node) === 'final') ancestorsOf(node).forEach(take);
  }
  return reached;
}

/** What becomes active when a state is entered: the states around it, and its first steps inside. */
export function enteredBy(chart: Chart, node: StateNode): readonly StateNode[] {
  return [...ancestorsOf(node), ...withFirstSteps(chart, node)];
}

/** A state and what is entered with it by default. */
export function withFirstSteps(chart: Chart, node: StateNode): readonly StateNode[] {
  const first = chart.first(node);
  const inner = chart.kind(node) === 'parallel' ? chart.children(node) : first === undefined ? [] : [first];
  return [node, ...inner.flatMap((child) => withFirstSteps(chart, child))];
}
