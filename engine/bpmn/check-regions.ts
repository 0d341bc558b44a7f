import type { StateNode } from '../workflow/walk-states.ts';
import { type FormedChart, isJoined } from './choose-forms.ts';
import type { Obstacle } from './drawing-problem.ts';
import { reachStates, withFirstSteps } from './reach-states.ts';
import { isInside } from '../workflow/target-of.ts';
import type {} from './read-chart.ts';

/** What the branches of a parallel state must be, so that they can be drawn from a split to a join. BP6 */
export function checkRegions(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  if (chart.kind(node) !== 'parallel') return [];
  const regions = chart.children(node);
  if (regions.length === 0) return [atomic(node, `${node.key} has no branches. Give it some, or make it one step.`)];
  return regions.flatMap((region) => checkRegion(chart, region, isJoined(node)));
}

function checkRegion(chart: FormedChart, region: StateNode, joined: boolean): readonly Obstacle[] {
  const first = chart.first(region);
  if (first === undefined || chart.kind(first) === 'final')
    return [atomic(region, `The branch ${region.key} has no steps. Let it begin with one.`)];
  return [...checkEvents(region), ...(joined ? checkFinal(chart, region) : []), ...checkReachable(chart, region)];
}

function checkEvents({ key, pointer, file }: StateNode): readonly Obstacle[] {
  if (file.onDone === undefined) return [];
  return [
    {
      path: `${pointer}/onDone`,
      code: 'drawing.region_events',
      message: `The branch ${key} goes on by itself when it is done. Put onDone on the parallel state.`,
    },
  ];
}

/** A join waits for each branch once, so each needs one end; without a join a branch may end anywhere or never. */
function checkFinal(chart: FormedChart, region: StateNode): readonly Obstacle[] {
  const finals = chart.children(region).filter((child) => chart.kind(child) === 'final');
  if (finals.length === 1) return [];
  return [
    {
      path: region.pointer,
      code: 'drawing.region_final',
      message: `The branch ${region.key} has ${finals.length} ends, and the parallel state around it waits for one. Give it exactly one final state.`,
    },
  ];
}

function checkReachable(chart: FormedChart, region: StateNode): readonly Obstacle[] {
  const reached = reachStates(chart, withFirstSteps(chart, region), ({ to }) => to != null && isInside(to, region));
  return chart.states
    .filter((node) => isInside(node, region) && !reached.has(node))
    .map((node) => ({
      path: node.pointer,
      code: 'drawing.unreachable',
      message: `${node.key} can never be reached inside the branch ${region.key}. Lead a way to it, or take it out.`,
    }));
}

function atomic({ pointer }: StateNode, message: string): Obstacle {
  return { path: pointer, code: 'drawing.region_atomic', message };
}
