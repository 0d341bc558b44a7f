import { problemOf } from '../../lint/rule.ts';
import type { Problem } from '../../model/problem.ts';
import type { Configuration, Reached } from './configurations.ts';
import { DEAD_END, ENDLESS_STEP, NEVER_ENDS, OVER_BUDGET, STATE_UNREACHED } from './explore-rules.ts';
import type { GraphState } from './graph.ts';

/** What is wrong with what was reached. What was not looked at to the end is not called unreachable. */
export function exploreProblems(states: readonly GraphState[], reached: Reached): readonly Problem[] {
  return [
    ...[...reached.endless].map((way) =>
      problemOf(ENDLESS_STEP, {
        path: way.pointer,
        message: `"${way.from.node.key}" can go round without waiting for anything. Put a task, a timer or an invocation between.`,
      }),
    ),
    ...(reached.complete ? unreached(states, reached) : [overBudget(reached)]),
    ...deadEnds(reached),
    ...(reached.complete ? neverEnding(reached) : []),
  ];
}

function overBudget({ configurations }: Reached): Problem {
  const count = configurations.length;
  return problemOf(OVER_BUDGET, {
    path: '',
    message: `${count} combinations of states were looked at, and there are more. It is not proved that all states can be reached and left: make branches shorter, or move some into a workflow of their own.`,
    params: { count },
  });
}

/** Of states inside each other only the outermost is named. */
function unreached(states: readonly GraphState[], { entered, endless }: Reached): readonly Problem[] {
  // Behind a step that never ends nothing was looked at.
  if (endless.size > 0) return [];
  const never = states.filter((state) => !entered.has(state) && (state.parent === null || entered.has(state.parent)));
  return never.map(({ node }) =>
    problemOf(STATE_UNREACHED, {
      path: node.pointer,
      message: `No case ever reaches "${node.key}". Let a way lead to it, or remove it.`,
    }),
  );
}

function deadEnds({ configurations, complete }: Reached): readonly Problem[] {
  const stuck = configurations.filter(
    (configuration) => !configuration.ended && configuration.next.size === 0 && (complete || !mayMove(configuration)),
  );
  const found = new Map(
    stuck.map((configuration) => {
      const [first, ...others] = innermost(configuration);
      const also = others.length === 0 ? '' : ` (with ${others.map(({ node }) => `"${node.key}"`).join(', ')})`;
      const path = first?.node.pointer ?? '';
      return [
        path,
        problemOf(DEAD_END, {
          path,
          message: `In "${first?.node.key ?? ''}"${also} nothing is open any more, and the case has not ended. Add a way out, or make it final.`,
        }),
      ];
    }),
  );
  return [...found.values()];
}

/** What was not looked at yet is no dead end. */
function mayMove({ active }: Configuration): boolean {
  return [...active].some((state) => state.ways.some((way) => way.to !== null && state.parent !== null));
}

/** The innermost states that have not ended, else the innermost of all. */
function innermost({ active }: Configuration): readonly GraphState[] {
  const inner = [...active].filter(({ children }) => children.length === 0).sort((a, b) => a.order - b.order);
  const open = inner.filter(({ kind }) => kind !== 'final');
  return open.length > 0 ? open : inner;
}

/** Circles out of which no end and no dead end is reached: each is named once. */
function neverEnding({ configurations, endless }: Reached): readonly Problem[] {
  if (endless.size > 0) return [];
  const ends = configurations.filter(({ ended, next }) => ended || next.size === 0);
  const leading = leadingTo(configurations, ends);
  const problems: Problem[] = [];
  const named = new Set<Configuration>();
  for (const configuration of configurations.filter((one) => !leading.has(one))) {
    if (named.has(configuration)) continue;
    for (const one of reachableFrom(configuration)) named.add(one);
    const [first] = innermost(configuration);
    problems.push(
      problemOf(NEVER_ENDS, {
        path: first?.node.pointer ?? '',
        message: `From "${first?.node.key ?? ''}" on no way leads to an end: the case would go round for ever. Let one lead to a final state.`,
      }),
    );
  }
  return problems;
}

/** All from which one of these can be reached. */
function leadingTo(
  configurations: readonly Configuration[],
  ends: readonly Configuration[],
): ReadonlySet<Configuration> {
  const before = new Map<Configuration, Configuration[]>();
  for (const from of configurations) for (const to of from.next) before.set(to, [...(before.get(to) ?? []), from]);
  return spread(ends, (one) => before.get(one) ?? []);
}

const reachableFrom = (start: Configuration): ReadonlySet<Configuration> => spread([start], (one) => one.next);

function spread(
  starts: readonly Configuration[],
  onward: (one: Configuration) => Iterable<Configuration>,
): ReadonlySet<Configuration> {
  const seen = new Set(starts);
  const open = [...starts];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const other of onward(one)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}
