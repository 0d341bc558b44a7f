import type { GraphState, GraphWay } from './graph.ts';
import { type Active, enterFirst, type Microstep, takeWays } from './microstep.ts';

/** Says whether a guarded way is open. Asked once for each way in a step: data is not known here, so it is a choice. */
export type Holds = (way: GraphWay) => boolean;

/** Where a step came to rest. */
export interface Landed {
  readonly active: Active;
  readonly ended: boolean;
  /** Every state that was entered on the way, also those left at once. */
  readonly entered: readonly GraphState[];
  /** The ways that the event itself took; none at the start and where decisions alone were asked. */
  readonly taken: readonly GraphWay[];
  /** The first of the ways that the step would go round by for ever; it was broken off there. */
  readonly endless: GraphWay | null;
  /** How much was done: states looked at, for the budget. */
  readonly work: number;
}

/** A step that goes further than this never ends. The engine itself is more patient. */
const MOST_MICROSTEPS = 250;

/** The first states, and what follows by itself. */
export function beginStep(root: GraphState, holds: Holds): Landed {
  return settle(enterFirst(root), [], holds);
}

/** One event and what follows by itself; null if no active state takes it. */
export function takeEvent(active: Active, event: string, holds: Holds): Landed | null {
  const taken = waysFor(active, event, holds);
  return taken.length === 0 ? null : settle(takeWays(active, taken), taken, holds);
}

/** Asks the decisions of active states again, as any event does. */
export function lookAgain(active: Active, holds: Holds): Landed {
  return settle({ active, entered: [], raised: [], ended: false, wrote: false }, [], holds);
}

/** Decisions first, then what was raised, until neither is left. */
function settle(first: Microstep, taken: readonly GraphWay[], holds: Holds): Landed {
  let { active, ended } = first;
  const entered = [...first.entered];
  const queue = [...first.raised];
  const decidedSoFar = new Set<GraphWay>();
  // A decision that wrote data is trusted not to be open again: that is how a step arms a timer anew.
  const spent = new Set<GraphWay>();
  const isOpen: Holds = (way) => !spent.has(way) && holds(way);
  const circle: GraphWay[] = [];
  let work = 0;
  let count = 0;
  while (!ended) {
    work += active.size;
    const decided = decisions(active, isOpen);
    if (decided.length === 0 && queue.length === 0) break;
    const ways = decided.length > 0 ? decided : waysFor(active, queue.shift() as string, holds);
    if (ways.length === 0) continue;
    count += 1;
    // By half of it it goes round: what was taken only on the way there is long past.
    if (count > MOST_MICROSTEPS / 2) circle.push(...ways);
    if (count > MOST_MICROSTEPS) return { active, ended, entered, taken, endless: firstOf(circle), work };
    const step = takeWays(active, ways);
    for (const way of decided) decidedSoFar.add(way);
    if (step.wrote) for (const way of decidedSoFar) spent.add(way);
    entered.push(...step.entered);
    queue.push(...step.raised);
    ({ active, ended } = step);
  }
  return { active, ended, entered, taken, endless: null, work };
}

const firstOf = (ways: readonly GraphWay[]): GraphWay | null =>
  ways.reduce<GraphWay | null>(
    (first, way) => (first === null || way.from.order < first.from.order ? way : first),
    null,
  );

/** Of each active branch the innermost state that takes the event, with its first open way. */
function waysFor(active: Active, event: string, holds: Holds): readonly GraphWay[] {
  const visit = (state: GraphState): readonly GraphWay[] => {
    const inside = state.children.filter((child) => active.has(child)).flatMap(visit);
    return inside.length > 0 ? inside : firstOpen(state, event, holds);
  };
  return [...active].filter(({ parent }) => parent === null).flatMap(visit);
}

/** Of each innermost active state the nearest `always` that is open, its own or of a state around it. */
function decisions(active: Active, holds: Holds): readonly GraphWay[] {
  const innermost = [...active]
    .filter(({ kind }) => kind === 'atomic' || kind === 'final')
    .sort((a, b) => a.order - b.order);
  return innermost.flatMap((state) => {
    for (let asked: GraphState | null = state; asked !== null; asked = asked.parent) {
      const [way] = firstOpen(asked, '', holds);
      if (way !== undefined) return [way];
    }
    return [];
  });
}

function firstOpen(state: GraphState, event: string, holds: Holds): readonly GraphWay[] {
  const way = state.ways.find(
    (candidate) =>
      candidate.event === event && (event !== '' || candidate.to !== null) && (!candidate.guarded || holds(candidate)),
  );
  return way === undefined ? [] : [way];
}
