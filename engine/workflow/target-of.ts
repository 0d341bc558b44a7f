import type { StateNode } from './walk-states.ts';

/**
 * The state that a target names, as XState finds it; undefined if there is none.
 *
 * `.` is the state itself, `.child` inside it, `sibling` beside it (the root has none), `#id` or `#id.child` anywhere;
 * the root's id is that of the file.
 */
export function targetOf(nodes: readonly StateNode[], from: StateNode, target: string): StateNode | undefined {
  if (target === '.') return from;
  if (target.startsWith('#')) {
    const [id, ...keys] = target.slice(1).split('.');
    const named = nodes.find((node) => (node.parent === null ? node.id : node.file.id) === id);
    return keys.reduce<StateNode | undefined>(
      (inside, key) => nodes.find((node) => node.parent === inside && inside !== undefined && node.key === key),
      named,
    );
  }
  if (from.parent === null && !target.startsWith('.')) return undefined;
  const base = target.startsWith('.') ? from : from.parent;
  const path = [...(base?.path ?? []), ...target.replace(/^\./, '').split('.')];
  return nodes.find((node) => node.path.length === path.length && node.path.every((key, index) => key === path[index]));
}

/** True for a state inside another, however deep. */
export function isInside(node: StateNode, outer: StateNode): boolean {
  return node.parent !== null && (node.parent === outer || isInside(node.parent, outer));
}

/** What kind of state it is, said or not. */
export function stateKind(node: StateNode): 'atomic' | 'compound' | 'parallel' | 'final' {
  return node.file.type ?? (node.file.states === undefined ? 'atomic' : 'compound');
}
