import { readAction } from '../workflow/candidates.ts';
import type { ActionFile } from '../model/workflow-file.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import type { Extension, ShapeEvent } from './drawing.ts';
import { drawLeaving } from './draw-leaving.ts';
import { elementId, helperId } from './element-id.ts';
import { delayWords, eventWords } from './event-words.ts';
import type { Way } from './read-chart.ts';
import { addHelper, addPlainFlow, type Sheet, wayName } from './sheet.ts';
import { sharedExtension } from './transition-extension.ts';
import type { Trigger } from './triggers.ts';

/** An event shape: what it catches, and the ways behind it. */
interface Catching {
  readonly id: string;
  readonly node: StateNode;
  readonly event: ShapeEvent;
  readonly derived?: string | undefined;
  readonly ways: readonly Way[];
  /** What the file calls the event or delay. */
  readonly extensions: readonly Extension[];
}

/** Draws the events and delays of an activity at its edge, in the file's order. BP5 */
export function drawBoundaryEvents(sheet: Sheet, node: StateNode, triggers: readonly Trigger[]): void {
  const host = elementId(node);
  const delays = triggers.filter(({ kind }) => kind === 'timer');
  for (const trigger of triggers) {
    const id = helperId(host, trigger.kind === 'message' ? `on_${trigger.event}` : `after_${delays.indexOf(trigger)}`);
    drawBoundary(sheet, {
      id,
      node,
      event: eventOf(trigger),
      derived: derivedName(trigger),
      ways: trigger.ways,
      extensions: triggerExtension(trigger),
    });
  }
}

/** Draws what happens when an invocation fails. BP5 */
export function drawError(sheet: Sheet, node: StateNode, ways: readonly Way[]): void {
  if (ways.length > 0)
    drawBoundary(sheet, {
      id: helperId(elementId(node), 'error'),
      node,
      event: { kind: 'error' },
      ways,
      extensions: [],
    });
}

/** Draws a state that waits for one thing: the event is the state. BP3 */
export function drawCatch(
  sheet: Sheet,
  node: StateNode,
  trigger: Trigger & { readonly extensions: readonly Extension[]; readonly name: string | undefined },
): void {
  const id = elementId(node);
  const container = sheet.chart.container(node);
  sheet.shapes.push({
    id,
    type: 'bpmn:IntermediateCatchEvent',
    container,
    owner: id,
    name: trigger.name,
    event: eventOf(trigger),
    extensions: [...trigger.extensions, ...triggerExtension(trigger)],
  });
  drawLeaving(sheet, { from: id, owner: node, container, ways: trigger.ways, names: 'description' });
}

/** Draws a state that waits for the first of several things. BP3 */
export function drawRace(sheet: Sheet, node: StateNode, triggers: readonly Trigger[]): void {
  const gateway = elementId(node);
  const container = sheet.chart.container(node);
  triggers.forEach((trigger, index) => {
    const id = helperId(gateway, `catch_${index}`);
    const flow = helperId(gateway, `to_${index}`);
    const derived = derivedName(trigger);
    sheet.shapes.push({
      id,
      type: 'bpmn:IntermediateCatchEvent',
      container,
      owner: gateway,
      name: eventName(sheet, trigger.ways, derived),
      event: eventOf(trigger),
      extensions: triggerExtension(trigger),
    });
    sheet.flows.push({ id: flow, from: gateway, to: id, container });
    drawLeaving(sheet, { from: id, owner: node, container, ways: trigger.ways, names: 'event', derived, lead: [flow] });
  });
}

function drawBoundary(sheet: Sheet, catching: Catching): void {
  const { id, node, event, derived, ways, extensions } = catching;
  if (ways.every((way) => way.to === null)) return drawActionsOnly(sheet, catching);
  const host = elementId(node);
  const container = sheet.chart.container(node);
  sheet.shapes.push({
    id,
    type: 'bpmn:BoundaryEvent',
    container,
    owner: host,
    host,
    interrupting: true,
    event,
    name: eventName(sheet, ways, derived),
    extensions,
  });
  drawLeaving(sheet, { from: id, owner: node, container, ways, names: 'event', derived });
}

/** An event that only acts: a small end of its own, and all of its transitions in the event's extension. BP5 */
function drawActionsOnly(sheet: Sheet, { id, node, event, derived, ways, extensions }: Catching): void {
  const host = elementId(node);
  const container = sheet.chart.container(node);
  const [first] = ways;
  const end = helperId(id, 'end');
  const all = sharedExtension(ways, extensions[0]?.attributes ?? {});
  sheet.shapes.push({
    id,
    type: 'bpmn:BoundaryEvent',
    container,
    owner: host,
    host,
    interrupting: false,
    event,
    name: derived,
    extensions: [all],
  });
  const name = first === undefined ? undefined : wayName(sheet, first, firstAction(first));
  addHelper(sheet, { id: end, type: 'bpmn:EndEvent', container, owner: host, kind: 'internal', name });
  const flow = addPlainFlow(sheet, { from: id, to: end, container });
  for (const way of ways) sheet.ways.set(way.id, [flow]);
}

function firstAction({ transition }: Way): string | undefined {
  const action = ([transition.actions].flat() as (ActionFile | undefined)[])[0];
  return action === undefined ? undefined : eventWords(readAction(action).type);
}

/** An event bears the description of its first transition, else what it is called anyway. BP9 */
function eventName(sheet: Sheet, ways: readonly Way[], derived: string | undefined): string | undefined {
  const [first] = ways;
  return first === undefined ? derived : wayName(sheet, first, derived);
}

function derivedName({ kind, event }: Trigger): string | undefined {
  if (kind === 'conditional') return undefined;
  return kind === 'message' ? eventWords(event) : delayWords(event);
}

function eventOf({ kind, event, ways }: Trigger): ShapeEvent {
  if (kind === 'message') return { kind };
  if (kind === 'timer') return { kind, delay: event };
  return { kind, guard: ways[0]?.transition.guard ?? '' };
}

function triggerExtension({ event }: Trigger): readonly Extension[] {
  return event === '' ? [] : [{ type: 'wf:Transition', attributes: { event } }];
}
