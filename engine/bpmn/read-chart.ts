import type { WorkflowFile } from '../model/workflow-file.ts';
import { targetOf } from '../workflow/target-of.ts';
import { type StateNode, type StateWay, walkStates, waysOf } from '../workflow/walk-states.ts';
import { kindOf, type StateKind } from './state-kind.ts';

/** One way out of a state, with where it leads: null without a target, undefined if the target does not exist. */
export interface Way extends StateWay {
  readonly from: StateNode;
  readonly to: StateNode | null | undefined;
}

/** A workflow file as a graph of states. */
export interface Chart {
  readonly file: WorkflowFile;
  readonly root: StateNode;
  /** Every state but the root, parents before children, in the file's order. */
  readonly states: readonly StateNode[];
  kind(node: StateNode): StateKind;
  ways(node: StateNode): readonly Way[];
  children(node: StateNode): readonly StateNode[];
  /** The child that is entered first; undefined for what has no children and for a parallel state. */
  first(node: StateNode): StateNode | undefined;
}

/** Reads the graph of a file. Nothing is refused here: what leads nowhere stays visible as such. */
export function readChart(file: WorkflowFile): Chart {
  const nodes = walkStates(file);
  const [root, ...states] = nodes as [StateNode, ...StateNode[]];
  const children = new Map<StateNode, StateNode[]>(nodes.map((node) => [node, []]));
  for (const node of states) if (node.parent !== null) children.get(node.parent)?.push(node);
  const ways = new Map(nodes.map((node) => [node, readWays(nodes, node)]));
  const kinds = new Map(nodes.map((node) => [node, kindOf(node)]));
  const childrenOf = (node: StateNode): readonly StateNode[] => children.get(node) ?? [];
  return {
    file,
    root,
    states,
    kind: (node) => kinds.get(node) ?? 'wait',
    ways: (node) => ways.get(node) ?? [],
    children: childrenOf,
    first: (node) => childrenOf(node).find((child) => child.key === node.file.initial),
  };
}

function readWays(nodes: readonly StateNode[], from: StateNode): readonly Way[] {
  return waysOf(from).map((way) => {
    const { target } = way.transition;
    return { ...way, from, to: target === undefined ? null : targetOf(nodes, from, target) };
  });
}

/** The states around a state, innermost first, without the root. */
export function ancestorsOf(node: StateNode): readonly StateNode[] {
  const { parent } = node;
  return parent === null || parent.parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** True for a branch of a parallel state. */
export function isRegion(node: StateNode): boolean {
  return node.parent?.file.type === 'parallel' && node.parent.parent !== null;
}

/** True for a final state of the machine itself: the case ends there. */
export function isMachineFinal(node: StateNode): boolean {
  return node.file.type === 'final' && node.parent !== null && node.parent.parent === null;
}
