import { isJsonObject, type Json } from '../model/json.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { elementId } from './element-id.ts';
import { findBackWays } from './find-back-ways.ts';
import type { CaseCourse } from './case-course.ts';
import { reachStates } from './reach-states.ts';
import { ancestorsOf, type Chart, isMachineFinal, readChart } from './read-chart.ts';

/** Where a case stands, by the paths of states. */
export interface CasePosition {
  readonly chart: Chart;
  /** The innermost states it stands in, without ends. */
  readonly active: ReadonlySet<string>;
  /** The states around those. */
  readonly inside: ReadonlySet<string>;
  /** What it has not visited and will not come to unless it goes back. */
  readonly skipped: ReadonlySet<string>;
  /** How often each state was entered; states that never were are absent only if the file does not know them. */
  readonly visits: ReadonlyMap<string, number>;
}

/** Reads where a case stands from its state and its visits. */
export function readPosition({ file, state, visits }: CaseCourse): CasePosition {
  const chart = readChart(file);
  const leaves = leavesOf(chart, chart.root, state);
  const around = new Set(leaves.flatMap(ancestorsOf));
  const counts = new Map(
    chart.states.map((node) => [elementId(node), Object.hasOwn(visits, node.key) ? (visits[node.key] ?? 0) : 0]),
  );
  const ahead = leaves.some(isMachineFinal) ? new Set<StateNode>() : statesAhead(chart, leaves);
  const untouched = chart.states.filter((node) => counts.get(elementId(node)) === 0 && !around.has(node));
  return {
    chart,
    active: new Set(leaves.filter((node) => chart.kind(node) !== 'final').map(elementId)),
    inside: new Set([...around].map(elementId)),
    skipped: new Set(untouched.filter((node) => !ahead.has(node)).map(elementId)),
    visits: counts,
  };
}

/**
 * What may still come. The first step from where the case stands may lead back, all further ones only on: nearly
 * every procedure can begin anew somewhere, and then nothing would ever be not needed.
 */
function statesAhead(chart: Chart, leaves: readonly StateNode[]): ReadonlySet<StateNode> {
  const back = findBackWays(chart);
  const here = new Set(leaves);
  return reachStates(chart, [...leaves, ...leaves.flatMap(ancestorsOf)], (way) => here.has(way.from) || !back.has(way));
}

/** The states that an XState value names, innermost. */
function leavesOf(chart: Chart, node: StateNode, value: Json): readonly StateNode[] {
  const named = typeof value === 'string' ? [[value, null] as const] : isJsonObject(value) ? Object.entries(value) : [];
  return named.flatMap(([key, inner]) => {
    const child = chart.children(node).find((each) => each.key === key);
    if (child === undefined) return [];
    const inside = leavesOf(chart, child, inner);
    return inside.length > 0 ? inside : [child];
  });
}
