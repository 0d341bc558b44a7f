import { targetOf } from '../target-of.ts';
import { type StateNode, type StateWay, waysOf } from '../walk-states.ts';

/** A way out of a state, with where it leads. */
export interface PlacedWay extends StateWay {
  readonly from: StateNode;
  /** Undefined if it names no state, or none that exists. */
  readonly to: StateNode | undefined;
  /** Its place among the candidates of one event, and how many they are. */
  readonly index: number;
  readonly of: number;
  /** True if the file writes only the name of its target. */
  readonly bare: boolean;
}

/** The ways out of a state, in the order of the file. */
export function placeWays(nodes: readonly StateNode[], from: StateNode): readonly PlacedWay[] {
  const ways = waysOf(from);
  const counts = new Map<string, number>();
  const indexes = ways.map((way) => {
    const index = counts.get(keyOf(way)) ?? 0;
    counts.set(keyOf(way), index + 1);
    return index;
  });
  return ways.map((way, order) => {
    const { target } = way.transition;
    const to = target === undefined ? undefined : targetOf(nodes, from, target);
    const bare = typeof valueAt(from.file, way.pointer.slice(from.pointer.length)) === 'string';
    return { ...way, from, to, index: indexes[order] ?? 0, of: counts.get(keyOf(way)) ?? 1, bare };
  });
}

const keyOf = ({ kind, event }: StateWay): string => `${kind} ${event}`;

/** What a pointer leads to inside a state. */
function valueAt(file: unknown, at: string): unknown {
  const keys = at.split('/').slice(1);
  return keys.reduce<unknown>((inside, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof inside === 'object' && inside !== null
      ? Object.entries(inside).find(([own]) => own === name)?.[1]
      : undefined;
  }, file);
}
