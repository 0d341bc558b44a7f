import type { StateNode } from '../workflow/walk-states.ts';

/**
 * The element id of a state: its path joined by dots. Running cases and stored layouts name elements by it.
 *
 * Ids of helpers add a part behind two underscores, which no state key may hold. BP1
 */
export function elementId(node: StateNode): string {
  return node.path.join('.');
}

/** The id of a helper of the element `id`; of the process if `id` is empty. BP1 */
export function helperId(id: string, part: string): string {
  return `${id}__${part}`;
}

/** True for a word that can be part of an element id: XML names, and nothing that looks like a helper. */
export function isIdPart(word: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.-]*$/.test(word) && !word.includes('__');
}
