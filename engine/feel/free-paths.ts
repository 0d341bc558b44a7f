import { type FeelNode, pathIn } from './feel-tree.ts';

/** Something an expression reads, by its full path: `l.qty` of `for l in data.order.lines` is `data.order.lines.qty`. */
export interface FreePath {
  readonly path: readonly string[];
  /** Where it stands in the text. */
  readonly from: number;
}

/** What a name is bound to: the path it walks over, or null where that is not spelled out. */
type Scope = ReadonlyMap<string, readonly string[] | null>;

interface Place {
  readonly scope: Scope;
  /** Names that may also be keys of the rows being filtered. */
  readonly rows: { readonly path: readonly string[] | null } | null;
  readonly roots: ReadonlySet<string>;
}

/**
 * Every path that an expression reads from outside itself. Names bound by `for`, `some`, `every`, a context or a
 * function are followed to what they stand for; those that lead nowhere are left out.
 *
 * Inside a filter a bare name that is no root is a key of its rows, as FEEL has it.
 */
export function freePaths(root: FeelNode, roots: Iterable<string>): readonly FreePath[] {
  return visit(root, { scope: new Map(), rows: null, roots: new Set(roots) });
}

function visit(node: FeelNode, place: Place): readonly FreePath[] {
  switch (node.name) {
    case 'VariableName':
    case 'PathExpression':
    case 'FilterExpression':
      return visitPath(node, place);
    case 'FunctionInvocation':
    case 'DateTimeLiteral':
      return visitAll(node.children.slice(1), place);
    case 'NamedParameter':
      return visitAll(node.children.slice(-1), place);
    case 'ForExpression':
    case 'QuantifiedExpression':
      return visitLoop(node, place);
    case 'Context':
      return visitContext(node, place);
    case 'FunctionDefinition': {
      const names = (node.children.find((child) => child.name === 'FormalParameters')?.children ?? []).map(
        (child) => child.children[0]?.text ?? '',
      );
      const inside = names.reduce((within, name) => bind(within, name, null), place);
      return visitAll(node.children.slice(-1), inside);
    }
    case 'Type':
      return [];
    default:
      return visitAll(node.children, place);
  }
}

const visitAll = (nodes: readonly FeelNode[], place: Place): readonly FreePath[] =>
  nodes.flatMap((node) => visit(node, place));

const bind = (place: Place, name: string, path: readonly string[] | null): Place => ({
  ...place,
  scope: new Map([...place.scope, [name, path]]),
});

/** The path itself, and what is read inside the filters along it. */
function visitPath(node: FeelNode, place: Place): readonly FreePath[] {
  const path = pathIn(node);
  const inFilters = filtersAlong(node).flatMap((filter) => {
    const [rows, , condition] = filter.children;
    const over = pathIn(rows);
    const inside = bind(
      { ...place, rows: { path: over === null ? null : follow(over, place) } },
      'item',
      over === null ? null : follow(over, place),
    );
    return condition === undefined ? [] : visit(condition, inside);
  });
  if (path === null) return [...visit(innermost(node), place), ...inFilters];
  const full = follow(path, place);
  return full === null ? inFilters : [{ path: full, from: node.from }, ...inFilters];
}

function filtersAlong(node: FeelNode): readonly FeelNode[] {
  const first = node.children[0];
  const before = first === undefined || node.name === 'VariableName' ? [] : filtersAlong(first);
  return node.name === 'FilterExpression' ? [...before, node] : before;
}

/** What a path or filter hangs on, if that is no name: a call, a list, a context. */
function innermost(node: FeelNode): FeelNode {
  const first = node.children[0];
  return first !== undefined && (node.name === 'PathExpression' || node.name === 'FilterExpression')
    ? innermost(first)
    : node;
}

/** The path with a bound first name replaced by what it stands for; null where that is not known. */
function follow(path: readonly string[], place: Place): readonly string[] | null {
  const [name = '', ...rest] = path;
  const bound = place.scope.get(name);
  if (bound !== undefined) return bound === null ? null : [...bound, ...rest];
  if (place.rows === null || place.roots.has(name)) return path;
  return place.rows.path === null ? null : [...place.rows.path, ...path];
}

/** `for l in data.lines, m in l.parts return …`: each name is bound for all that stands behind it. */
function visitLoop(node: FeelNode, place: Place): readonly FreePath[] {
  const found: FreePath[] = [];
  let inside = place;
  for (const child of node.children) {
    if (child.name !== 'InExpressions') {
      found.push(...visit(child, inside));
      continue;
    }
    for (const loop of child.children) {
      const name = loop.children[0]?.text ?? '';
      const over = loop.children.at(-1);
      const path = over?.children.length === 1 ? pathIn(over.children[0]) : null;
      found.push(...(over === undefined ? [] : visit(over, inside)));
      inside = bind(inside, name, path === null ? null : follow(path, inside));
    }
  }
  return found;
}

/** `{a: 1, b: a}`: an entry sees those before it. */
function visitContext(node: FeelNode, place: Place): readonly FreePath[] {
  const found: FreePath[] = [];
  let inside = place;
  for (const entry of node.children.filter((child) => child.name === 'ContextEntry')) {
    found.push(...visitAll(entry.children.slice(1), inside));
    inside = bind(inside, entry.children[0]?.text ?? '', null);
  }
  return found;
}
