import { everyChoice } from './every-choice.ts';
import type { GraphState, GraphWay } from './graph.ts';
import { beginStep, type Landed, lookAgain, takeEvent } from './macrostep.ts';
import type { Active } from './microstep.ts';

/** A combination of states in which a case can wait. */
export interface Configuration {
  readonly active: Active;
  readonly ended: boolean;
  /** Where it can go from here by the procedure itself; commands of the root are left out. */
  readonly next: Set<Configuration>;
}

/** All that can be reached, as far as the budget went. */
export interface Reached {
  /** In the order in which they were found. */
  readonly configurations: readonly Configuration[];
  readonly entered: ReadonlySet<GraphState>;
  readonly endless: ReadonlySet<GraphWay>;
  /** False if the budget was used up. */
  readonly complete: boolean;
}

/** States that may be looked at for each configuration of the budget: wide branches make every step dear. */
const WORK_EACH = 1_000;

/** Walks from the start over every outcome, timer, result and command, with both values of each guard. */
export function reachAll(states: readonly GraphState[], budget: number): Reached {
  const found = new Map<string, Configuration>();
  const entered = new Set<GraphState>();
  const endless = new Set<GraphWay>();
  const waiting: Configuration[] = [];
  let work = 0;
  let complete = true;

  /** Notes where a step came to rest. False once the budget is used up. */
  const note = (landed: Landed | null, from: Configuration | null): boolean => {
    work += landed?.work ?? 1;
    if (work > budget * WORK_EACH) return false;
    if (landed === null) return true;
    for (const state of landed.entered) entered.add(state);
    if (landed.endless !== null) endless.add(landed.endless);
    if (landed.endless !== null) return true;
    const key = keyOf(landed);
    let configuration = found.get(key);
    if (configuration === undefined) {
      if (found.size === budget) return false;
      configuration = { active: landed.active, ended: landed.ended, next: new Set() };
      found.set(key, configuration);
      if (!landed.ended) waiting.push(configuration);
    }
    const byProcedure = landed.taken.some((way) => way.from.parent !== null);
    // To look again and stay is to wait for nothing.
    const looked = landed.taken.length === 0 && configuration !== from;
    if (byProcedure || looked) from?.next.add(configuration);
    return true;
  };

  const noteAll = (steps: Iterable<Landed | null>, from: Configuration | null): void => {
    for (const landed of steps) {
      complete = note(landed, from);
      if (!complete) return;
    }
  };

  const root = states[0] as GraphState;
  noteAll(
    everyChoice((holds) => beginStep(root, holds)),
    null,
  );
  for (let from = waiting.shift(); from !== undefined && complete; from = waiting.shift())
    noteAll(everyStep(from), from);
  return { configurations: [...found.values()], entered, endless, complete };
}

/** Every step that the world can make a case take from here. */
function* everyStep({ active }: Configuration): Generator<Landed | null> {
  const ways = [...active].flatMap((state) => state.ways);
  for (const event of new Set(
    ways.filter(({ kind, to }) => to !== null && kind !== 'always' && kind !== 'onDone').map((way) => way.event),
  )) {
    yield* everyChoice((holds) => takeEvent(active, event, holds));
  }
  // What a branch waits for in the data may have come about meanwhile.
  if (ways.some(({ kind, guarded }) => kind === 'always' && guarded))
    yield* everyChoice((holds) => lookAgain(active, holds));
}

function keyOf({ active, ended }: Landed): string {
  const orders = [...active].filter(({ children }) => children.length === 0).map(({ order }) => order);
  return `${ended ? 'end ' : ''}${orders.sort((a, b) => a - b).join(' ')}`;
}
