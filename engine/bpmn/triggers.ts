import { pointer } from '../model/problem.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Chart, Way } from './read-chart.ts';

/** One thing that a state waits for: an event, a delay, or a guard that comes to hold. */
export interface Trigger {
  readonly kind: 'message' | 'timer' | 'conditional';
  /** The event or delay as the file writes it; empty for a guard. */
  readonly event: string;
  readonly pointer: string;
  readonly ways: readonly Way[];
}

/** What a waiting state waits for: events, delays, then each guard of its `always`, in the file's order. */
export function triggersOf(chart: Chart, node: StateNode): readonly Trigger[] {
  const guards = chart.ways(node).filter((way) => way.kind === 'always');
  return [
    ...eventsOf(chart, node),
    ...guards.map((way): Trigger => ({ kind: 'conditional', event: '', pointer: way.pointer, ways: [way] })),
  ];
}

/** The events and delays that a state declares. */
export function eventsOf(chart: Chart, node: StateNode): readonly Trigger[] {
  const ways = chart.ways(node);
  const named = (kind: 'on' | 'after', keys: readonly string[]): readonly Trigger[] =>
    keys.map((event) => ({
      kind: kind === 'on' ? 'message' : 'timer',
      event,
      pointer: `${node.pointer}/${kind}${pointer(event)}`,
      ways: ways.filter((way) => way.kind === kind && way.event === event),
    }));
  return [...named('on', Object.keys(node.file.on ?? {})), ...named('after', Object.keys(node.file.after ?? {}))];
}
