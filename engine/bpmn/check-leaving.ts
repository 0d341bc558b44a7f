import type { StateNode } from '../workflow/walk-states.ts';
import type { FormedChart } from './choose-forms.ts';
import type { DrawingCode, Obstacle } from './drawing-problem.ts';
import { isInside } from '../workflow/target-of.ts';
import { ancestorsOf, isRegion, type Way } from './read-chart.ts';
import { eventsOf } from './triggers.ts';

/** Ways without a target where a picture needs one, and states that are never left. */
export function checkLeaving(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  return [...checkAlways(chart, node), ...checkActionsOnly(chart, node), ...checkDead(chart, node)];
}

function checkAlways(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  return chart
    .ways(node)
    .filter((way) => way.kind === 'always' && way.to === null)
    .map((way) =>
      obstacle(
        way,
        'drawing.always_no_target',
        `${node.key} goes on by itself to nowhere. Give this way of always a target.`,
      ),
    );
}

/** Only an event at the edge of something that goes on can act without leading anywhere. BP5 */
function checkActionsOnly(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  const aimless = chart.ways(node).filter((way) => way.to === null && way.kind !== 'always');
  const onEdge = aimless.filter((way) => sitsOnEdge(chart, way));
  const outcomes = aimless
    .filter((way) => !onEdge.includes(way))
    .map((way) =>
      obstacle(
        way,
        'drawing.internal_outcome',
        `This way out of ${node.key} has no target, so the picture cannot go on. Give it one.`,
      ),
    );
  const mixed = eventsOf(chart, node).flatMap(({ ways }) => {
    const [first] = ways.filter((way) => onEdge.includes(way));
    if (first === undefined || ways.every((way) => way.to === null)) return [];
    return [
      obstacle(
        first,
        'drawing.mixed_internal',
        `${first.event} sometimes leaves ${node.key} and sometimes only acts. Make two events of it, or give every way a target.`,
      ),
    ];
  });
  return [...outcomes, ...mixed];
}

function sitsOnEdge(chart: FormedChart, { from, kind }: Way): boolean {
  const form = chart.form(from);
  if (kind !== 'on' && kind !== 'after') return false;
  return form === 'service' || form === 'box' || form === 'wrapped' || (form === 'task' && kind === 'after');
}

function checkDead(chart: FormedChart, node: StateNode): readonly Obstacle[] {
  if (chart.kind(node) === 'final' || isRegion(node) || isLeft(chart, node)) return [];
  return [
    {
      path: node.pointer,
      code: 'drawing.dead_state',
      message: `${node.key} can never be left and is not an end. Give it a way out, or make it final.`,
    },
  ];
}

function isLeft(chart: FormedChart, node: StateNode): boolean {
  if (chart.ways(node).some(leads)) return true;
  const kind = chart.kind(node);
  if (kind !== 'group' && kind !== 'parallel') return false;
  // What ends without a word to go on stands still; only what never ends may be left from inside or by what is around it.
  const mayEnd = kind === 'group' ? hasEnd(chart, node) : chart.children(node).every((region) => hasEnd(chart, region));
  const around = ancestorsOf(node).some((outer) => eventsOf(chart, outer).some(({ ways }) => ways.some(leads)));
  const inner = chart.states.filter((state) => isInside(state, node));
  return (
    !mayEnd &&
    (around ||
      inner.some((state) => chart.ways(state).some(({ to }) => to != null && to !== node && !isInside(to, node))))
  );
}

/** A target that does not exist is another problem. */
function leads({ to }: Way): boolean {
  return to !== null;
}

function hasEnd(chart: FormedChart, group: StateNode): boolean {
  return chart.children(group).some((child) => chart.kind(child) === 'final');
}

function obstacle(way: Way, code: DrawingCode, message: string): Obstacle {
  return { path: way.pointer, code, message };
}
