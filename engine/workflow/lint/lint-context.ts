import type { Bundle } from '../../model/version.ts';
import type { WorkflowFile } from '../../model/workflow-file.ts';
import { type StateNode, walkStates } from '../walk-states.ts';
import { type DataNames, readDataNames } from './data-names.ts';
import { type PlacedAction, readActions } from './placed-actions.ts';
import { type PlacedFeel, readExpressions } from './placed-feel.ts';
import { type PlacedWay, placeWays } from './placed-ways.ts';
import type { Surroundings } from './surroundings.ts';

/** What is linted: the machine with its texts, as they will be published. */
export type LintSubject = Pick<Bundle, 'machine' | 'texts'>;

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
  const ways = nodes.flatMap((node) => placeWays(nodes, node));
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
