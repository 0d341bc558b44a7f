import { inFileOrder } from '../lint/file-order.ts';
import type { Problem } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import { reachAll } from './explore/configurations.ts';
import { exploreProblems } from './explore/explore-problems.ts';
import { readGraph } from './explore/graph.ts';

/** How far the explorer goes. */
export interface ExploreOptions {
  /** How many combinations of states are looked at, at most. */
  readonly budget: number;
}

/** What the explorer found, and whether it saw everything. */
export interface Exploration {
  readonly problems: readonly Problem[];
  /** How many combinations of states were found. */
  readonly configurations: number;
  /** False: over budget. What was found is true, what was not found is not proved. */
  readonly complete: boolean;
}

/** Enough for every procedure that people can still read; a second or two at the most. */
export const EXPLORE_BUDGET: ExploreOptions = { budget: 5_000 };

/**
 * Walks every combination of states that a case can come to, over both values of each guard and all timers: states
 * that are never reached, dead ends, cases that never end, decisions that go round. EX1–EX5
 *
 * Pure. All targets of the file exist and its states have the kinds they say (`GRAPH_RULES` of the lint found nothing).
 * Guards are choices: a way that the data can never open counts as open.
 */
export function exploreWorkflow(file: WorkflowFile, options: ExploreOptions = EXPLORE_BUDGET): Exploration {
  const states = readGraph(file);
  const reached = reachAll(states, options.budget);
  return {
    problems: inFileOrder(file, exploreProblems(states, reached)),
    configurations: reached.configurations.length,
    complete: reached.complete,
  };
}
