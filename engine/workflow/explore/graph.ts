import type { ActionFile, OneOrMany, WorkflowFile } from '../../model/workflow-file.ts';
import { asList, readAction } from '../candidates.ts';
import { stateKind, targetOf } from '../target-of.ts';
import { type StateNode, type StateWay, walkStates, waysOf } from '../walk-states.ts';

/** A state as the explorer sees it. `order` is its place in the file, parents first, as XState counts. */
export interface GraphState {
  readonly order: number;
  readonly node: StateNode;
  readonly kind: ReturnType<typeof stateKind>;
  readonly parent: GraphState | null;
  readonly children: readonly GraphState[];
  readonly initial: GraphState | null;
  readonly ways: readonly GraphWay[];
  /** Its entry or exit writes data, so guards may be decided anew. */
  readonly writes: boolean;
}

/** A way out of a state. */
export interface GraphWay {
  readonly from: GraphState;
  /** Null: it only acts. */
  readonly to: GraphState | null;
  readonly kind: StateWay['kind'];
  /** The same text for all ways of one event; empty for `always`. */
  readonly event: string;
  readonly reenter: boolean;
  readonly guarded: boolean;
  readonly writes: boolean;
  readonly pointer: string;
}

/** States in the making: the lists are filled once all states are known. */
type Growing = Omit<GraphState, 'children' | 'initial' | 'ways'> & {
  readonly children: GraphState[];
  initial: GraphState | null;
  readonly ways: GraphWay[];
};

/** The workflow as a graph: its states in the order of the file, the root first. All targets exist. */
export function readGraph(file: WorkflowFile): readonly GraphState[] {
  const nodes = walkStates(file);
  const grown = new Map<StateNode, Growing>();
  for (const [order, node] of nodes.entries()) {
    const parent = node.parent === null ? null : (grown.get(node.parent) as Growing);
    const state: Growing = {
      order,
      node,
      kind: stateKind(node),
      parent,
      children: [],
      initial: null,
      ways: [],
      writes: writes(node.file.entry) || writes(node.file.exit),
    };
    parent?.children.push(state);
    if (parent?.node.file.initial === node.key) parent.initial = state;
    grown.set(node, state);
  }
  for (const state of grown.values()) {
    state.ways.push(
      ...waysOf(state.node).map((way) => {
        const { target, reenter, guard, actions } = way.transition;
        const to = target === undefined ? undefined : targetOf(nodes, state.node, target);
        return {
          from: state,
          to: (to && grown.get(to)) ?? null,
          kind: way.kind,
          event: eventOf(state.node, way),
          reenter: reenter === true,
          guarded: guard !== undefined,
          writes: writes(actions),
          pointer: way.pointer,
        };
      }),
    );
  }
  return [...grown.values()];
}

const writes = (actions: OneOrMany<ActionFile> | undefined): boolean =>
  asList<ActionFile>(actions).some((action) => readAction(action).type === 'set');

/** An outcome is addressed to its task; a command is heard by every active state; timers and results belong to one. */
function eventOf(node: StateNode, way: StateWay): string {
  if (way.kind === 'always') return '';
  if (way.kind === 'on') return node.file.meta?.task === undefined ? way.event : `${node.key}.${way.event}`;
  return way.kind === 'onDone' ? doneEvent(node) : `${way.kind} ${way.event} of ${node.id}`;
}

/** What is raised when all inside a state has ended. */
export const doneEvent = (node: StateNode): string => `done ${node.id}`;

/** True for a state inside another, however deep. */
export function isBelow(state: GraphState, outer: GraphState): boolean {
  return state.parent !== null && (state.parent === outer || isBelow(state.parent, outer));
}
