import type { LintContext, PlacedWay } from '../lint-context.ts';
import { stateKind } from '../../target-of.ts';
import type { StateNode } from '../../walk-states.ts';
import type { WorkflowRule } from '../workflow-rule.ts';

/** What a guard could still stop is asked by the explorer. */
export const alwaysEndless: WorkflowRule = {
  id: 'WF26',
  code: 'workflow.always_endless',
  severity: 'error',
  title: 'Decisions without a guard lead round in a circle that no step would ever leave.',
  remedy: 'Let one of them lead to a task, a timer or an end.',
  check(context) {
    const circles = context.ways.filter((way) => isFirstUnguarded(way)).flatMap((way) => circleFrom(context, way));
    return circles
      .filter((circle, index) => circles.findIndex((other) => sameStates(circle, other)) === index)
      .map((circle) => ({
        path: (circle[0] as PlacedWay).pointer,
        message: `${circle.map(({ from }) => `"${from.key}"`).join(' → ')} → "${circle[0]?.from.key ?? ''}" goes round without waiting for anything. Let one of them lead elsewhere.`,
      }));
  },
};

const isFirstUnguarded = ({ kind, index, transition }: PlacedWay): boolean =>
  kind === 'always' && index === 0 && transition.guard === undefined;

/** The ways that are taken at once from here, if they come back here. */
function circleFrom({ ways, nodes }: LintContext, start: PlacedWay): readonly (readonly PlacedWay[])[] {
  const path: PlacedWay[] = [start];
  for (;;) {
    const entered = enteredBy(nodes, path.at(-1)?.to);
    const next = ways.find((way) => isFirstUnguarded(way) && entered.includes(way.from));
    if (next === start) return [path];
    if (next === undefined || path.includes(next)) return [];
    path.push(next);
  }
}

/** A state and the first ones inside it. */
function enteredBy(nodes: readonly StateNode[], node: StateNode | undefined): readonly StateNode[] {
  if (node === undefined) return [];
  const children =
    stateKind(node) === 'compound'
      ? nodes.filter((child) => child.parent === node && child.key === node.file.initial)
      : [];
  return [node, ...children.flatMap((child) => enteredBy(nodes, child))];
}

function sameStates(a: readonly PlacedWay[], b: readonly PlacedWay[]): boolean {
  return a.length === b.length && a.every((way) => b.includes(way));
}
