import { type FeelNode, feelCalls, feelNodes, LONGEST_FEEL, pathIn, stringIn } from '../feel/feel-tree.ts';
import { CLOCK_FUNCTIONS, FUNCTION_NAMES } from '../feel/function-names.ts';
import { unsafePattern } from './safe-pattern.ts';
import { didYouMean } from './suggest.ts';

/** What can be wrong with an expression whatever file it stands in. Each check gives whole sentences. */

const MOST_PARTS = 500;
const LONGEST_RANGE = 100_000;
const MATCHING: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

/** Text that is no FEEL: where it breaks. */
export function brokenFeel(feel: string, from: number): string {
  if (feel.trim() === '') return 'The expression is empty. Write one behind the =.';
  if (feel.length > LONGEST_FEEL)
    return `The expression has ${feel.length} characters; at most ${LONGEST_FEEL} are read. Write part of it into data first, with "set".`;
  const place = `at character ${from + 1}, at "${feel.slice(from, from + 20)}"`;
  return `FEEL cannot be read ${place}. Correct the expression "${feel}".`;
}

/** Calls of functions that nobody has; the clock has its own rule. */
export function unknownFunctions(root: FeelNode): readonly string[] {
  const unknown = feelCalls(root).filter(({ name }) => !FUNCTION_NAMES.has(name) && !CLOCK_FUNCTIONS.has(name));
  return unknown.map(
    ({ name }) => `There is no function "${name}".${didYouMean(name, FUNCTION_NAMES) || ' Use one of FEEL.'}`,
  );
}

/** Calls that read the machine's clock. */
export function clockCalls(root: FeelNode): readonly string[] {
  const found = feelCalls(root).filter(({ name }) => CLOCK_FUNCTIONS.has(name));
  return found.map(
    ({ name }) =>
      `${name}() reads the clock of the machine, so a replay would decide otherwise. Use ${name === 'now' ? 'now' : 'date(date and time(now))'}, the moment of the step.`,
  );
}

/** What would make an expression costly: size, ranges, patterns, functions of its own. */
export function costlyParts(root: FeelNode): readonly string[] {
  const parts = countParts(root);
  const tooMany = `The expression has ${parts} parts; at most ${MOST_PARTS} are evaluated. Write part of it into data first, with "set".`;
  return [
    ...(parts > MOST_PARTS ? [tooMany] : []),
    ...feelNodes(root).flatMap(costlyNode),
    ...feelCalls(root).flatMap(({ name, given }) => (MATCHING.has(name) ? costlyPattern(name, given[1]) : [])),
  ];
}

/** A path counts as one part, however long. */
function countParts(node: FeelNode): number {
  const isPath = node.name === 'PathExpression' && !node.text.includes('[') && pathIn(node) !== null;
  return isPath ? 1 : node.children.reduce((count, child) => count + countParts(child), 1);
}

function costlyNode(node: FeelNode): readonly string[] {
  if (node.name === 'FunctionDefinition')
    return ['An expression may not define a function: it could call itself for ever. Write out what it does.'];
  const [from, dots, to] = node.children;
  if (node.name !== 'IterationContext' || dots?.name !== '..') return [];
  const length = Number(to?.text) - Number(from?.text);
  return Math.abs(length) > LONGEST_RANGE
    ? [`The range ${node.text} is longer than ${LONGEST_RANGE}. Shorten it.`]
    : [];
}

function costlyPattern(name: string, given: FeelNode | undefined): readonly string[] {
  const pattern = stringIn(given);
  if (pattern === null)
    return [
      `${name}() takes its pattern as a text in quotes, so that it can be checked before anybody waits for it. Write it out.`,
    ];
  const reason = unsafePattern(pattern.replace(/\\(["\\])/g, '$1'));
  return reason === null ? [] : [`The pattern "${pattern}" ${reason}.`];
}

/** True for a path that may be missing when the expression is asked. */
export type IsOptional = (path: readonly string[]) => boolean;

/** `!=` and `not` over something that may be missing: the one is then true, the other null. */
export function looseNegations(root: FeelNode, isOptional: IsOptional): readonly string[] {
  const tested = new Set(feelNodes(root).flatMap(testedForNull));
  const optionalIn = (node: FeelNode | undefined): string | undefined => {
    const path = pathIn(node);
    return path !== null && isOptional(path) && !tested.has(path.join('.')) ? path.join('.') : undefined;
  };
  const unequal = feelNodes(root).flatMap((node) => {
    const [left, operator, right] = node.children;
    if (node.name !== 'Comparison' || operator?.text !== '!=' || left?.name === 'null' || right?.name === 'null')
      return [];
    const missing = optionalIn(left) ?? optionalIn(right);
    return missing === undefined
      ? []
      : [
          `"${node.text}" is true when ${missing} is missing. Say what holds then, with ${missing} = null or coalesce(${missing}, …).`,
        ];
  });
  const negated = feelCalls(root).flatMap(({ name, node, given }) => {
    const missing =
      name === 'not'
        ? pathsOutsideCoalesce(given[0])
            .map(optionalIn)
            .find((path) => path !== undefined)
        : undefined;
    return missing === undefined
      ? []
      : [
          `"${node.text}" is not what it seems when ${missing} is missing: a missing value is neither true nor false. Say what holds then, with coalesce(${missing}, …).`,
        ];
  });
  return [...unequal, ...negated];
}

/** The path that a comparison with null names. */
function testedForNull(node: FeelNode): readonly string[] {
  const [left, , right] = node.children;
  if (node.name !== 'Comparison' || (left?.name !== 'null' && right?.name !== 'null')) return [];
  return [pathIn(left) ?? pathIn(right)].flatMap((path) => (path === null ? [] : [path.join('.')]));
}

function pathsOutsideCoalesce(node: FeelNode | undefined): readonly FeelNode[] {
  // Who writes `= true` or coalesce() has thought of what is missing.
  const isCoalesce = node?.name === 'FunctionInvocation' && node.children[0]?.text === 'coalesce';
  const isSettled = node?.name === 'Comparison' && node.children.some(({ name }) => name === 'BooleanLiteral');
  if (node === undefined || isCoalesce || isSettled) return [];
  return pathIn(node) === null ? node.children.flatMap(pathsOutsideCoalesce) : [node];
}

/** `min` and `max` over dates, which are null in FEEL. */
export function datesInMinMax(root: FeelNode, isDate: (path: readonly string[]) => boolean): readonly string[] {
  return feelCalls(root).flatMap(({ name, node, given }) => {
    if (name !== 'min' && name !== 'max') return [];
    const dates = given.some((part) =>
      feelNodes(part).some((inner) => inner.name === 'DateTimeLiteral' || isDate(pathIn(inner) ?? [])),
    );
    return dates
      ? [`"${node.text}" is null: ${name}() does not order dates. Use ${name === 'min' ? 'earliest' : 'latest'}().`]
      : [];
  });
}
