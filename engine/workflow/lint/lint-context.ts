import type { Bundle } from '../../model/version.ts';
import type { WorkflowFile } from '../../model/workflow-file.ts';
import { targetOf } from '../target-of.ts';
import { type StateNode, type StateWay, walkStates, waysOf } from '../walk-states.ts';
import { type DataNames, readDataNames } from './data-names.ts';
import { type PlacedAction, readActions } from './placed-actions.ts';
import { type PlacedFeel, readExpressions } from './placed-feel.ts';
import type { Surroundings } from './surroundings.ts';

/** What is linted: the machine with its texts, as they will be published. */
export type LintSubject = Pick<Bundle, 'machine' | 'texts'>;

/** A way out of a state, with where it leads. */
export interface PlacedWay extends StateWay {
  readonly from: StateNode;
  /** Undefined if it names no state, or none that exists. */
  readonly to: StateNode | undefined;
  /** Its place among the candidates of one event, and how many they are. */
  readonly index: number;
  readonly of: number;
  /** True if the file writes only the name of its target. */
  readonly bare: boolean;
}

/** All that a rule may read. Made once for all rules. */
export interface LintContext {
  readonly file: WorkflowFile;
  readonly texts: LintSubject['texts'];
  readonly around: Surroundings;
  /** Every state, the root first. */
  readonly nodes: readonly StateNode[];
  readonly root: StateNode;
  readonly ways: readonly PlacedWay[];
  readonly actions: readonly PlacedAction[];
  readonly expressions: readonly PlacedFeel[];
  readonly data: DataNames;
}

/** Reads what the rules ask about. Pure; the file has the shape of the schema. */
export function openLintContext(subject: LintSubject, around: Surroundings): LintContext {
  const { machine: file, texts } = subject;
  const nodes = walkStates(file);
  const ways = nodes.flatMap((node) => placedWays(nodes, node));
  const actions = readActions(nodes, ways);
  return {
    file,
    texts,
    around,
    nodes,
    root: nodes[0] as StateNode,
    ways,
    actions,
    expressions: readExpressions(file, nodes, { ways, actions }),
    data: readDataNames({ file, nodes, ways, actions, forms: around.forms }),
  };
}

function placedWays(nodes: readonly StateNode[], from: StateNode): readonly PlacedWay[] {
  const ways = waysOf(from);
  return ways.map((way) => {
    const { target } = way.transition;
    const siblings = ways.filter((other) => other.kind === way.kind && other.event === way.event);
    const to = target === undefined ? undefined : targetOf(nodes, from, target);
    return {
      ...way,
      from,
      to,
      index: siblings.indexOf(way),
      of: siblings.length,
      bare: typeof valueAt(from.file, way.pointer.slice(from.pointer.length)) === 'string',
    };
  });
}

function valueAt(file: unknown, at: string): unknown {
  const keys = at
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as { readonly [key: string]: unknown })[key] : undefined,
    file,
  );
}

/** The states with a task, with what it says. */
export function tasksOf(context: Pick<LintContext, 'nodes'>): readonly {
  readonly node: StateNode;
  readonly task: NonNullable<NonNullable<StateNode['file']['meta']>['task']>;
  readonly pointer: string;
}[] {
  return context.nodes.flatMap((node) => {
    const task = node.file.meta?.task;
    return task === undefined ? [] : [{ node, task, pointer: `${node.pointer}/meta/task` }];
  });
}

/** How a state is called in a sentence. */
export function sayState(node: StateNode): string {
  return node.parent === null ? 'the workflow' : `"${node.key}"`;
}
