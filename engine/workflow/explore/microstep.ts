import { doneEvent, type GraphState, type GraphWay, isBelow } from './graph.ts';

/**
 * One microstep on the graph, as XState and SCXML take it. Kept apart from XState so that a hundred thousand steps take
 * seconds; a test compares the two on random machines.
 */

/** The active states, parents included. */
export type Active = ReadonlySet<GraphState>;

/** What one microstep came to. */
export interface Microstep {
  readonly active: Active;
  readonly entered: readonly GraphState[];
  /** Done events that were raised, in order. */
  readonly raised: readonly string[];
  readonly ended: boolean;
  /** Data was written on the way. */
  readonly wrote: boolean;
}

/** Takes ways together: leaves, then enters. Of ways that exclude each other the inner one wins, else the first. */
export function takeWays(active: Active, ways: readonly GraphWay[]): Microstep {
  const taken = withoutConflicts(active, ways);
  const left = exitSet(active, taken);
  const step = enter(new Set([...active].filter((state) => !left.has(state))), entrySet(taken));
  return { ...step, wrote: step.wrote || [...taken, ...left].some(({ writes }) => writes) };
}

/** Enters the first state of all. */
export function enterFirst(root: GraphState): Microstep {
  const states = new Set([root]);
  addDescendants(states, root);
  return enter(new Set(), inOrder(states));
}

function enter(kept: Set<GraphState>, entered: readonly GraphState[]): Microstep {
  const raised: string[] = [];
  const completed = new Set<GraphState>();
  let ended = false;
  for (const state of entered) {
    kept.add(state);
    if (state.kind !== 'final' || state.parent === null) continue;
    const { parent } = state;
    if (parent.kind === 'compound') raised.push(doneEvent(parent.node));
    let outer = parent.kind === 'parallel' ? parent : parent.parent;
    while (outer?.kind === 'parallel' && !completed.has(outer) && isDone(kept, outer)) {
      completed.add(outer);
      raised.push(doneEvent(outer.node));
      outer = outer.parent;
    }
    if (outer === null) ended = true;
  }
  return { active: kept, entered, raised, ended, wrote: entered.some(({ writes }) => writes) };
}

function isDone(active: Active, state: GraphState): boolean {
  if (state.kind === 'compound') return state.children.some((child) => child.kind === 'final' && active.has(child));
  return state.kind === 'parallel' ? state.children.every((child) => isDone(active, child)) : state.kind === 'final';
}

/** Of ways that leave the same states the one from further inside wins, else the first. */
function withoutConflicts(active: Active, ways: readonly GraphWay[]): readonly GraphWay[] {
  if (ways.length < 2) return ways;
  let kept: GraphWay[] = [];
  for (const way of new Set(ways)) {
    const rivals = kept.filter((other) => leaveTheSame(active, way, other));
    if (rivals.every((rival) => isBelow(way.from, rival.from)))
      kept = [...kept.filter((other) => !rivals.includes(other)), way];
  }
  return kept;
}

/** True if two ways leave some state both: the one's domain is inside the other's, and something is active in it. */
function leaveTheSame(active: Active, a: GraphWay, b: GraphWay): boolean {
  if (a.to === null || b.to === null) return false;
  const [one, other] = [domainOf(a), domainOf(b)];
  if (one === null || other === null) return true;
  const inner = one === other || isBelow(one, other) ? one : isBelow(other, one) ? other : null;
  return inner === null ? false : inner.children.some((child) => active.has(child));
}

/** The innermost state around all that a way leaves and enters; null stands for the whole machine. */
function domainOf({ from, to, reenter }: GraphWay): GraphState | null {
  if (to === null) return null;
  if (!reenter && (to === from || isBelow(to, from))) return from;
  for (let outer = to.parent; outer !== null; outer = outer.parent) if (isBelow(from, outer)) return outer;
  return null;
}

/** What the ways leave: all that is active inside their domains. */
function exitSet(active: Active, ways: readonly GraphWay[]): ReadonlySet<GraphState> {
  const domains = ways.filter(({ to }) => to !== null).map(domainOf);
  const isLeft = (state: GraphState): boolean =>
    state.parent !== null && domains.some((domain) => domain === null || isBelow(state, domain));
  return new Set([...active].filter(isLeft));
}

function entrySet(ways: readonly GraphWay[]): readonly GraphState[] {
  const entered = new Set<GraphState>();
  for (const way of ways) {
    const { from, to, reenter } = way;
    if (to === null) continue;
    const domain = domainOf(way);
    if (to.parent !== null && (to !== from || from !== domain || reenter)) entered.add(to);
    addDescendants(entered, to);
    for (let outer = to === domain ? null : to.parent; outer !== null && outer !== domain; outer = outer.parent)
      addAncestor(entered, outer);
    if (domain?.kind === 'parallel') addBranches(entered, domain);
  }
  return inOrder(entered);
}

function addAncestor(entered: Set<GraphState>, state: GraphState): void {
  if (state.parent !== null) entered.add(state);
  if (state.kind === 'parallel') addBranches(entered, state);
}

/** What is entered by itself inside a state. */
function addDescendants(entered: Set<GraphState>, state: GraphState): void {
  if (state.kind === 'parallel') addBranches(entered, state);
  if (state.kind !== 'compound' || state.initial === null) return;
  entered.add(state.initial);
  addDescendants(entered, state.initial);
}

/** All branches of a parallel but those that something inside is entered of. */
function addBranches(entered: Set<GraphState>, parallel: GraphState): void {
  for (const branch of parallel.children) {
    if ([...entered].some((state) => isBelow(state, branch))) continue;
    entered.add(branch);
    addDescendants(entered, branch);
  }
}

const inOrder = (states: Iterable<GraphState>): readonly GraphState[] => [...states].sort((a, b) => a.order - b.order);
