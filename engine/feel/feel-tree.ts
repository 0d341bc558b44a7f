import { parseExpression } from 'feelin';

/** A node of a FEEL text as plain data: what stands where, with its parts in order. */
export interface FeelNode {
  /** The grammar's name: `PathExpression`, `Comparison`, `StringLiteral`, `[` … */
  readonly name: string;
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly from: number;
  readonly children: readonly FeelNode[];
}

/** Longer texts are not read: reading them alone would take long. */
export const LONGEST_FEEL = 5_000;

/** As in `expression.ts`: without it `instance.number` would be the beginning of `instance of`. */
const KNOWN = { instance: {} };

/** A text as a tree, or where it breaks. */
export type FeelTree =
  | { readonly kind: 'read'; readonly root: FeelNode }
  | { readonly kind: 'broken'; readonly from: number };

/**
 * Reads FEEL into a tree without evaluating it. Never throws: text that cannot be read says where it breaks.
 *
 * For checks that need more than the facts of `readExpression`: who is bound by a `for`, what a function is given.
 */
export function readFeelTree(feel: string): FeelTree {
  if (feel.trim() === '' || feel.length > LONGEST_FEEL) return { kind: 'broken', from: 0 };
  const stack: { name: string; text: string; from: number; children: FeelNode[] }[] = [];
  const top: FeelNode[] = [];
  let broken = -1;
  parseExpression(feel, KNOWN, undefined).iterate({
    enter({ name, from, to, type }) {
      if (type.isError && broken < 0) broken = from;
      stack.push({ name, text: feel.slice(from, to), from, children: [] });
    },
    leave() {
      const node = stack.pop() as FeelNode;
      (stack.at(-1)?.children ?? top).push(node);
    },
  });
  const root = top[0];
  return broken >= 0 || root === undefined ? { kind: 'broken', from: Math.max(broken, 0) } : { kind: 'read', root };
}

/** A node and all below it, outermost first. */
export function feelNodes(root: FeelNode): readonly FeelNode[] {
  const found: FeelNode[] = [];
  const visit = (node: FeelNode): void => {
    found.push(node);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** The value of a string literal, or null for any other node. */
export function stringIn(node: FeelNode | undefined): string | null {
  return node?.name === 'StringLiteral' ? node.text.slice(1, -1) : null;
}

/** One call of a function, with what it is given; names of parameters are left out. */
export interface FeelCall {
  readonly name: string;
  readonly node: FeelNode;
  readonly given: readonly FeelNode[];
}

/** Every call in a tree: `count(x)`, `date and time(y)` … */
export function feelCalls(root: FeelNode): readonly FeelCall[] {
  return feelNodes(root).flatMap((node) => {
    const [called] = node.children;
    if (called === undefined || (node.name !== 'FunctionInvocation' && called.name !== 'DateTimeConstructor'))
      return [];
    return [{ name: called.text.replace(/\s+/g, ' '), node, given: givenTo(node) }];
  });
}

function givenTo(call: FeelNode): readonly FeelNode[] {
  const list = call.children.find((child) => child.name === 'PositionalParameters' || child.name === 'NamedParameters');
  return (list?.children ?? []).flatMap((child) =>
    child.name === 'NamedParameter' ? child.children.slice(-1) : [child],
  );
}

/** The path that a node spells out (`data.order.lines`, also through a filter), or null. */
export function pathIn(node: FeelNode | undefined): readonly string[] | null {
  const [first, ...rest] = node?.children ?? [];
  if (node?.name === 'VariableName') return [node.text];
  if (node?.name === 'ParenthesizedExpression') return pathIn(node.children[1]);
  if (node?.name !== 'PathExpression' && node?.name !== 'FilterExpression') return null;
  const base = pathIn(first);
  return base === null || node.name === 'FilterExpression' ? base : [...base, rest.at(-1)?.text ?? ''];
}
