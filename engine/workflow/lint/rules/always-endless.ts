import type { PlacedWay } from '../placed-ways.ts';
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
  check({ ways, nodes }) {
    const decisions = ways.filter(
      ({ kind, index, transition }) => kind === 'always' && index === 0 && transition.guard === undefined,
    );
    const next = new Map(decisions.map((way) => [way.from, way]));
    const initials = new Map(
      nodes.filter((node) => node.parent?.file.initial === node.key).map((node) => [node.parent, node]),
    );
    // Each circle is named once, from where it stands first in the file.
    return decisions.flatMap((start, order) => {
      const circle = circleFrom(start, (way) => decisionIn(way.to, { next, initials }));
      if (circle === null || circle.some((way) => decisions.indexOf(way) < order)) return [];
      const round = [...circle, start].map(({ from }) => `"${from.key}"`).join(' → ');
      return [
        {
          path: start.pointer,
          message: `${round} goes round without waiting for anything. Let one of them lead elsewhere.`,
        },
      ];
    });
  },
};

/** The ways that are taken at once from here, if they come back here. */
function circleFrom(start: PlacedWay, follow: (way: PlacedWay) => PlacedWay | undefined): readonly PlacedWay[] | null {
  const path = new Set([start]);
  for (let way = follow(start); way !== start; way = follow(way)) {
    if (way === undefined || path.has(way)) return null;
    path.add(way);
  }
  return [...path];
}

interface Decided {
  readonly next: ReadonlyMap<StateNode, PlacedWay>;
  readonly initials: ReadonlyMap<StateNode | null, StateNode>;
}

/** The decision that is met on entering a state: its own, or of the first state inside it. */
function decisionIn(node: StateNode | undefined, { next, initials }: Decided): PlacedWay | undefined {
  if (node === undefined) return undefined;
  const inner = stateKind(node) === 'compound' ? decisionIn(initials.get(node), { next, initials }) : undefined;
  return inner ?? next.get(node);
}
