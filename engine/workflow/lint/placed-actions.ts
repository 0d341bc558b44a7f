import type { JsonObject } from '../../model/json.ts';
import { pointer } from '../../model/problem.ts';
import type { ActionFile, OneOrMany } from '../../model/workflow-file.ts';
import { asList, readAction } from '../candidates.ts';
import type { StateNode } from '../walk-states.ts';
import type { PlacedWay } from './placed-ways.ts';

/** An action with where it is written. */
export interface PlacedAction {
  readonly type: string;
  readonly params: JsonObject;
  readonly pointer: string;
  /** Where its `type` stands: itself, if it is written as a bare name. */
  readonly typePointer: string;
  readonly node: StateNode;
}

/** Every action of entries, exits and transitions. */
export function readActions(nodes: readonly StateNode[], ways: readonly PlacedWay[]): readonly PlacedAction[] {
  const ofStates = nodes.flatMap((node) =>
    (['entry', 'exit'] as const).flatMap((key) => placeActions(node.file[key], `${node.pointer}/${key}`, node)),
  );
  const ofWays = ways.flatMap((way) => placeActions(way.transition.actions, `${way.pointer}/actions`, way.from));
  return [...ofStates, ...ofWays];
}

function placeActions(
  actions: OneOrMany<ActionFile> | undefined,
  at: string,
  node: StateNode,
): readonly PlacedAction[] {
  return asList<ActionFile>(actions).map((action, index) => {
    const place = Array.isArray(actions) ? at + pointer(index) : at;
    const { type, params } = readAction(action);
    return {
      type,
      params: params ?? {},
      pointer: place,
      typePointer: typeof action === 'string' ? place : `${place}/type`,
      node,
    };
  });
}
