import type { GraphWay } from './graph.ts';
import type { Holds } from './macrostep.ts';

/**
 * Takes one step with every combination of its guards, lazily: guards are choices, made as they are asked.
 *
 * Within a step one way keeps its value, so a step that never ends is found as such.
 */
export function* everyChoice<T>(attempt: (holds: Holds) => T): Generator<T> {
  const open: (readonly boolean[])[] = [[]];
  while (open.length > 0) {
    const chosen = open.pop() as readonly boolean[];
    const made: boolean[] = [];
    const known = new Map<GraphWay, boolean>();
    const result = attempt((way) => {
      const before = known.get(way);
      if (before !== undefined) return before;
      const value = chosen[made.length] ?? false;
      made.push(value);
      known.set(way, value);
      return value;
    });
    for (let at = chosen.length; at < made.length; at += 1) open.push([...made.slice(0, at), true]);
    yield result;
  }
}
