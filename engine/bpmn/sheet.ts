import type { StateNode } from '../workflow/walk-states.ts';
import type { FormedChart } from './choose-forms.ts';
import type { Flow, Frame, NameText, Shape, ShapeEvent } from './drawing.ts';
import { helperId } from './element-id.ts';
import type { Way } from './read-chart.ts';

/** A drawing while it is made: shapes and flows are added state by state. */
export interface Sheet {
  readonly chart: FormedChart;
  readonly byId: ReadonlyMap<string, StateNode>;
  readonly text: NameText;
  readonly shapes: Shape[];
  readonly flows: Flow[];
  readonly frames: Frame[];
  readonly ways: Map<string, readonly string[]>;
  /** Targets that a container is left for, by the id that their end events begin with. */
  readonly exits: Map<string, readonly string[]>;
  /** Finals of the machine that are reached from inside a parallel state, and so end its other branches too. */
  readonly terminating: Set<string>;
}

/** The translated description of a state; undefined if it has none. */
export function stateName({ text }: Sheet, node: StateNode): string | undefined {
  const { description } = node.file;
  return description === undefined ? undefined : text(`${node.pointer}/description`, description);
}

/** The translated description of a transition, else of `fallback`; undefined without both. */
export function wayName({ text }: Sheet, way: Way, fallback?: string): string | undefined {
  const english = way.transition.description ?? fallback;
  return english === undefined ? undefined : text(`${way.pointer}/description`, english);
}

/** A helper whose whole meaning is its type and place. */
export interface Helper {
  readonly id: string;
  readonly type: Shape['type'];
  readonly container: string;
  readonly owner: string;
  readonly kind?: string;
  readonly event?: ShapeEvent;
  readonly name?: string | undefined;
}

/** Adds a shape that stands for no state of its own, marked by its kind. BP1 */
export function addHelper(sheet: Sheet, { kind, ...helper }: Helper): void {
  sheet.shapes.push({ ...helper, extensions: kind === undefined ? [] : [{ type: 'wf:State', attributes: { kind } }] });
}

/** Adds the only flow that leaves `from`, and says its id. */
export function addPlainFlow(
  sheet: Sheet,
  ends: { readonly from: string; readonly to: string; readonly container: string },
): string {
  const id = helperId(ends.from, 'to');
  sheet.flows.push({ id, ...ends });
  return id;
}
