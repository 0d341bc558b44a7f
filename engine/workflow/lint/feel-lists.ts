import { feelOf, isExpression } from '../../feel/expression.ts';
import { type FeelNode, readFeelTree, stringIn } from '../../feel/feel-tree.ts';
import { pointer } from '../../model/problem.ts';

/** A name that a list of the file spells out. */
export interface ListedName {
  readonly name: string;
  readonly path: string;
}

/** Functions whose result is made of what they are given. */
const JOINING: ReadonlySet<string> = new Set([
  'concatenate',
  'append',
  'union',
  'flatten',
  'distinct values',
  'coalesce',
]);

/**
 * The names that a list spells out: its texts, and where an expression stands, the texts of those lists that are its
 * result. `if x = "a" then ["b"] else ["c"]` gives b and c.
 */
export function listedNames(value: unknown, at: string): readonly ListedName[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => listedNames(entry, at + pointer(index)));
  if (!isExpression(value)) return typeof value === 'string' ? [{ name: value, path: at }] : [];
  const tree = readFeelTree(feelOf(value));
  return tree.kind === 'broken' ? [] : resultTexts(tree.root).map((name) => ({ name, path: at }));
}

/** Texts that the expression can give, as one or in a list. */
function resultTexts(node: FeelNode): readonly string[] {
  const [first] = node.children;
  switch (node.name) {
    case 'StringLiteral':
      return [stringIn(node) ?? ''];
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'List':
      return node.children.flatMap(resultTexts);
    case 'IfExpression':
      return node.children.slice(2).flatMap(resultTexts);
    case 'FunctionInvocation':
      return JOINING.has(first?.text ?? '')
        ? (node.children.find(({ name }) => name === 'PositionalParameters')?.children ?? []).flatMap(resultTexts)
        : [];
    default:
      return [];
  }
}
