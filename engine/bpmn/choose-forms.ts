import type { StateNode } from '../workflow/walk-states.ts';
import { elementId } from './element-id.ts';
import { enteredBy, reachStates } from './reach-states.ts';
import { isInside } from '../workflow/target-of.ts';
import { ancestorsOf, type Chart, isMachineFinal, isRegion } from './read-chart.ts';
import { triggersOf } from './triggers.ts';

/**
 * How a state is drawn. `box` is a sub-process, `wrapped` a parallel state inside one, `split` one without it, `branch`
 * the inside of a region, `open` a group without a sub-process, `race` an event-based gateway, `joined` a final that
 * is the join of its parallel state, `aside` what only a root command reaches.
 */
export type Form =
  | 'task'
  | 'service'
  | 'decision'
  | 'catch'
  | 'race'
  | 'box'
  | 'open'
  | 'split'
  | 'wrapped'
  | 'branch'
  | 'end'
  | 'joined'
  | 'aside';

/** A chart with the choice how each of its states is drawn. */
export interface FormedChart extends Chart {
  form(node: StateNode): Form;
  /** The sub-process that a state's own shape stands in; empty for the process. */
  container(node: StateNode): string;
}

/** Chooses the form of every state. Pure look-up afterwards; nothing is refused here. BP3, BP5, BP6, BP7 */
export function chooseForms(chart: Chart): FormedChart {
  const aside = statesAside(chart);
  const forms = new Map(chart.states.map((node) => [node, formOf(chart, node, aside)]));
  const form = (node: StateNode): Form => forms.get(node) ?? 'aside';
  const container = (node: StateNode): string => {
    const { parent } = node;
    if (parent === null || parent.parent === null) return '';
    return isContainer(form(parent)) ? elementId(parent) : container(parent);
  };
  return { ...chart, form, container };
}

/** True for what is drawn as a sub-process. */
function isContainer(form: Form): boolean {
  return form === 'box' || form === 'wrapped';
}

/** True if all branches of a parallel state meet again. */
export function isJoined(parallel: StateNode): boolean {
  return parallel.file.onDone !== undefined;
}

function formOf(chart: Chart, node: StateNode, aside: ReadonlySet<StateNode>): Form {
  if (aside.has(node)) return 'aside';
  switch (chart.kind(node)) {
    case 'task':
      return 'task';
    case 'service':
    case 'workflow':
      return 'service';
    case 'decision':
      return 'decision';
    case 'wait':
      return triggersOf(chart, node).length > 1 ? 'race' : 'catch';
    case 'final':
      return endsBranch(node) ? 'joined' : 'end';
    case 'parallel':
      return hasOwnEvents(node) || isLeftFromInside(chart, node) ? 'wrapped' : 'split';
    case 'group':
      if (isRegion(node)) return hasOwnEvents(node) ? 'box' : 'branch';
      return isOpen(chart, node) ? 'open' : 'box';
    case 'history':
      return 'aside';
  }
}

/** Events need an edge to sit on. */
function hasOwnEvents({ file }: StateNode): boolean {
  return file.on !== undefined || file.after !== undefined;
}

/** A final of a branch is the join itself, unless a sub-process around the branch needs an end of its own. */
function endsBranch(node: StateNode): boolean {
  const region = node.parent;
  return (
    region !== null && region.parent !== null && isRegion(region) && isJoined(region.parent) && !hasOwnEvents(region)
  );
}

/** A way that leads out of one branch ends all of them; only a sub-process can say that. The end of the case ends everything anyway. */
function isLeftFromInside(chart: Chart, parallel: StateNode): boolean {
  return chart.states
    .filter((node) => isInside(node, parallel))
    .flatMap((node) => chart.ways(node))
    .some(({ to }) => to !== null && to !== undefined && !isInside(to, parallel) && !isMachineFinal(to));
}

/** A group without an end and without events of its own is left by its steps alone, so a sub-process would only be in the way. */
function isOpen(chart: Chart, group: StateNode): boolean {
  return (
    !hasOwnEvents(group) &&
    group.file.onDone === undefined &&
    chart.children(group).every((child) => chart.kind(child) !== 'final')
  );
}

/** States that no way but a command of the whole workflow leads to, with all that lies in them. BP8 */
export function statesAside(chart: Chart): ReadonlySet<StateNode> {
  const first = chart.first(chart.root);
  const drawn = reachStates(chart, first === undefined ? [] : enteredBy(chart, first), () => true);
  const commanded = chart
    .ways(chart.root)
    .flatMap(({ to }) => (to === null || to === undefined ? [] : enteredBy(chart, to)));
  const only = reachStates(chart, commanded, (way) => way.to !== undefined && way.to !== null && !drawn.has(way.to));
  const isAside = (top: StateNode): boolean => only.has(top) && !drawn.has(top);
  return new Set(chart.states.filter((node) => isAside(ancestorsOf(node).at(-1) ?? node)));
}
