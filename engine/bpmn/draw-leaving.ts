import type { StateNode } from '../workflow/walk-states.ts';
import type { Extension } from './drawing.ts';
import { elementId, helperId } from './element-id.ts';
import { entryFlows } from './entry-flows.ts';
import { eventWords } from './event-words.ts';
import { landFlow } from './land-flow.ts';
import { placeOf } from './place-target.ts';
import type { Way } from './read-chart.ts';
import { addHelper, addPlainFlow, type Sheet, wayName } from './sheet.ts';
import { conditionOf, sharedExtension, transitionExtension } from './transition-extension.ts';

/** The ways by which one shape is left. */
export interface Leaving {
  readonly from: string;
  readonly owner: StateNode;
  readonly container: string;
  /** In order; all of them have a target. */
  readonly ways: readonly Way[];
  /** Where names come from: a task's outcomes, descriptions alone, or an event that bears the first description itself. */
  readonly names: 'outcome' | 'description' | 'event';
  /** What the event is called if nobody describes it. */
  readonly derived?: string | undefined;
  /** True for a decision: its flows leave the gateway that it is. */
  readonly isGateway?: boolean;
  /** Flows that are taken before these. */
  readonly lead?: readonly string[];
}

/**
 * Draws how a shape is left. BP4
 *
 * Ways that all lead to one state share the one flow `X__to`: a diamond whose flows meet again tells nobody anything.
 * Otherwise a gateway `X__out` stands behind the shape, with one flow for each way, in order.
 */
export function drawLeaving(sheet: Sheet, leaving: Leaving): void {
  const { ways, from, container, owner, lead = [] } = leaving;
  if (ways.length === 0) return;
  if (leaving.isGateway === true) return drawChoice(sheet, leaving, { gateway: from, lead });
  if (new Set(ways.map((way) => way.to)).size === 1) return drawShared(sheet, leaving);
  const gateway = helperId(from, 'out');
  addHelper(sheet, { id: gateway, type: 'bpmn:ExclusiveGateway', container, owner: elementId(owner), kind: 'outcome' });
  const toGateway = addPlainFlow(sheet, { from, to: gateway, container });
  drawChoice(sheet, leaving, { gateway, lead: [...lead, toGateway] });
}

function drawShared(sheet: Sheet, leaving: Leaving): void {
  const { ways, from, container, lead = [] } = leaving;
  const [way] = ways as [Way];
  const id = helperId(from, 'to');
  const { to, onward } = land(sheet, leaving, way);
  const isAlone = ways.length === 1;
  sheet.flows.push({
    id,
    from,
    to,
    container,
    name: isAlone && leaving.names !== 'event' ? wayName(sheet, way) : undefined,
    extension: isAlone
      ? transitionExtension(
          way,
          { description: way.transition.description !== derivedName(leaving, way), condition: false },
          eventOf(leaving, way),
        )
      : sharedExtension(ways),
  });
  for (const each of ways) sheet.ways.set(each.id, [...lead, id, ...onward]);
}

function drawChoice(
  sheet: Sheet,
  leaving: Leaving,
  { gateway, lead }: { readonly gateway: string; readonly lead: readonly string[] },
): void {
  const { ways, container, names } = leaving;
  const otherwise = names === 'outcome' ? -1 : ways.findLastIndex((way) => way.transition.guard === undefined);
  ways.forEach((way, order) => {
    const id = helperId(leaving.from, `to_${order}`);
    const { to, onward } = land(sheet, leaving, way);
    const isOnEvent = names === 'event' && order === 0;
    const derived = names === 'outcome' || isOnEvent ? derivedName(leaving, way) : undefined;
    const guard = conditionOf(way);
    const shown = { description: way.transition.description !== derived, condition: guard !== undefined };
    sheet.flows.push({
      id,
      from: gateway,
      to,
      container,
      name: isOnEvent ? undefined : wayName(sheet, way, derived),
      condition: guard ?? outcomeCondition(leaving, way),
      isDefault: order === otherwise,
      extension: transitionExtension(way, shown, { ...eventOf(leaving, way), order: String(order) }),
    });
    sheet.ways.set(way.id, [...lead, id, ...onward]);
  });
}

/** Two flows between the same ends would be one to a reader of the XML if nothing but their names told them apart. */
function outcomeCondition({ names, ways }: Leaving, way: Way): string | undefined {
  const isAlone = !ways.some((other) => other !== way && other.to === way.to);
  if (names !== 'outcome' || isAlone || way.transition.guard !== undefined) return undefined;
  return `outcome = ${JSON.stringify(way.event)}`;
}

/** An event stands on the shape that catches it; an outcome has only its flow. */
function eventOf({ names }: Leaving, way: Way): Extension['attributes'] {
  return names === 'outcome' ? { event: way.event } : {};
}

function derivedName({ names, derived }: Leaving, way: Way): string | undefined {
  return names === 'outcome' ? eventWords(way.event) : derived;
}

function land(
  sheet: Sheet,
  { container }: Leaving,
  way: Way,
): { readonly to: string; readonly onward: readonly string[] } {
  const place = way.to == null ? undefined : placeOf(sheet.chart, way.from, way.to);
  if (place === undefined)
    throw new Error(`The way ${way.id} has no place in the picture; the check before must refuse it.`);
  const { to, onward } = landFlow(sheet, { container, from: way.from }, place);
  return { to, onward: [...onward, ...entryFlows(sheet.chart, place)] };
}
