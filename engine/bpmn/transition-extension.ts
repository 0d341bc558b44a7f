import { type JsonObject, ownValue } from '../model/json.ts';
import type { Extension } from './drawing.ts';
import type { Way } from './read-chart.ts';

/** What the drawing itself says of a transition, so that its extension need not. */
export interface Shown {
  readonly description: boolean;
  readonly condition: boolean;
}

/** The extension of one transition's flow; undefined if the drawing says everything. BP4 */
export function transitionExtension(
  way: Way,
  shown: Shown,
  attributes: Extension['attributes'],
): Extension | undefined {
  const body = restOfWay(way, shown);
  const isEmpty = Object.keys(body).length === 0;
  if (isEmpty && Object.keys(attributes).length === 0) return undefined;
  return { type: 'wf:Transition', attributes, ...(isEmpty ? {} : { body }) };
}

/** The extension of one flow that several transitions share: all of them, in order. BP4 */
export function sharedExtension(ways: readonly Way[], attributes: Extension['attributes'] = {}): Extension {
  const body = ways.map((way) => ({
    ...(way.event === '' ? {} : { event: way.event }),
    ...restOfWay(way, { description: false, condition: false }),
  }));
  return { type: 'wf:Transition', attributes, body };
}

/** The condition that a guard is: FEEL without its `=`. Undefined for no guard and for one that XState knows by name. */
export function conditionOf(way: Way): string | undefined {
  const { guard } = way.transition;
  return typeof guard === 'string' && guard.startsWith('=') ? guard.slice(1).trim() : undefined;
}

/** All of a transition that the drawing does not say. A target is kept if it is not just the key of a neighbour. */
function restOfWay(way: Way, shown: Shown): JsonObject {
  const hidden = new Set([
    ...(shown.description ? ['description'] : []),
    ...(shown.condition ? ['guard'] : []),
    ...(isNeighbour(way) ? ['target'] : []),
  ]);
  return Object.fromEntries(Object.entries(way.transition).filter(([key]) => !hidden.has(key))) as JsonObject;
}

function isNeighbour(way: Way): boolean {
  return way.to?.parent === way.from.parent && ownValue(way.transition, 'target') === way.to?.key;
}
