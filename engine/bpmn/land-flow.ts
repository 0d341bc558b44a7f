import type { StateNode } from '../workflow/walk-states.ts';
import { elementId, helperId } from './element-id.ts';
import { enterId, mergeId } from './entry-flows.ts';
import type { Place } from './place-target.ts';
import { ancestorsOf, isMachineFinal, isRegion } from './read-chart.ts';
import { addHelper, addPlainFlow, type Sheet, stateName } from './sheet.ts';
import { stateExtension } from './state-extension.ts';

/** Where a flow begins: the container it is drawn in and the state it leaves. */
export interface Origin {
  readonly container: string;
  readonly from: StateNode;
}

/** Where a flow ends in its own container, and the flows that go on from there to the place itself. */
export interface Landing {
  readonly to: string;
  readonly onward: readonly string[];
}

/**
 * Brings a flow to a place, also out of the sub-processes between them. BP8
 *
 * A flow cannot cross the edge of a sub-process. So it ends inside, at an end event, and goes on from a boundary event
 * of the outermost sub-process that is left. The end of the case is a terminate end: nothing goes on from there.
 */
export function landFlow(sheet: Sheet, { container, from }: Origin, place: Place): Landing {
  const { chart } = sheet;
  if (place.kind === 'state' && isMachineFinal(place.state)) {
    if (container !== '') return { to: endCaseInside(sheet, container, place.state), onward: [] };
    if (ancestorsOf(from).some(isRegion)) sheet.terminating.add(elementId(place.state));
  }
  const inside = place.kind === 'join' ? chart.first(place.region) : place.state;
  const target = inside === undefined ? '' : chart.container(inside);
  if (target === container) return { to: shapeIdOf(sheet, place), onward: [] };
  return {
    to: leaveInside(sheet, container, place),
    onward: [leaveBox(sheet, outermostBox(sheet, container, target), place)],
  };
}

function shapeIdOf({ chart }: Sheet, place: Place): string {
  if (place.kind === 'join') return mergeId(place.region);
  return chart.form(place.state) === 'split' ? enterId(place.state) : elementId(place.state);
}

/** The end of the case, drawn inside a sub-process; made once in each. */
function endCaseInside(sheet: Sheet, container: string, final: StateNode): string {
  const { id, isNew } = numbered(sheet, container, { part: 'end', target: elementId(final) });
  if (isNew) {
    const extensions = stateExtension(final, 'end', 'leave');
    sheet.shapes.push({
      id,
      type: 'bpmn:EndEvent',
      container,
      owner: elementId(final),
      name: stateName(sheet, final),
      event: { kind: 'terminate' },
      extensions,
    });
  }
  return id;
}

/** The end event in a container that stands for one place outside; made once. */
function leaveInside(sheet: Sheet, container: string, place: Place): string {
  const to = placeId(place);
  const { id, isNew } = numbered(sheet, container, { part: 'end', target: to });
  if (isNew)
    addHelper(sheet, {
      id,
      type: 'bpmn:EndEvent',
      container,
      owner: container,
      kind: 'leave',
      event: { kind: 'escalation', to },
      name: placeName(sheet, place),
    });
  return id;
}

/** The flow from the boundary event of a sub-process to one place outside; made once. */
function leaveBox(sheet: Sheet, box: StateNode, place: Place): string {
  const host = elementId(box);
  const to = placeId(place);
  const { id, isNew } = numbered(sheet, host, { part: 'leave', target: to });
  if (!isNew) return helperId(id, 'to');
  const container = sheet.chart.container(box);
  const extensions = [{ type: 'wf:State', attributes: { kind: 'leave' } }] as const;
  sheet.shapes.push({
    id,
    type: 'bpmn:BoundaryEvent',
    container,
    owner: host,
    host,
    interrupting: true,
    event: { kind: 'escalation', to },
    name: placeName(sheet, place),
    extensions,
  });
  return addPlainFlow(sheet, { from: id, to: shapeIdOf(sheet, place), container });
}

interface Numbered {
  readonly part: 'end' | 'leave';
  readonly target: string;
}

/** The id of the n-th way out of a container, counted by target in the order of the drawing. */
function numbered(
  { exits }: Sheet,
  container: string,
  { part, target }: Numbered,
): { readonly id: string; readonly isNew: boolean } {
  const base = helperId(container, part);
  const targets = exits.get(base) ?? [];
  const known = targets.indexOf(target);
  if (known < 0) exits.set(base, [...targets, target]);
  return { id: `${base}_${known < 0 ? targets.length : known}`, isNew: known < 0 };
}

function placeId(place: Place): string {
  return elementId(place.kind === 'join' ? place.region : place.state);
}

function placeName(sheet: Sheet, place: Place): string | undefined {
  return place.kind === 'join' ? undefined : stateName(sheet, place.state);
}

function outermostBox(sheet: Sheet, container: string, target: string): StateNode {
  const box = sheet.byId.get(container);
  if (box === undefined)
    throw new Error(`No flow leads from ${container} to ${target}; the check before must refuse it.`);
  const outer = sheet.chart.container(box);
  return outer === target ? box : outermostBox(sheet, outer, target);
}
