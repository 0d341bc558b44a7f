import type { Json } from '../model/json.ts';
import type { StateNode } from '../workflow/walk-states.ts';
import { isJoined } from './choose-forms.ts';
import { drawBoundaryEvents } from './draw-events.ts';
import { drawLeaving } from './draw-leaving.ts';
import type { Extension } from './drawing.ts';
import { elementId, helperId } from './element-id.ts';
import { enterId, mergeId, splitId } from './entry-flows.ts';
import { landFlow } from './land-flow.ts';
import { beginOf } from './place-target.ts';
import { addHelper, addPlainFlow, type Sheet, stateName } from './sheet.ts';
import { restOfState, stateExtension } from './state-extension.ts';
import { eventsOf } from './triggers.ts';

type DrawState = (sheet: Sheet, node: StateNode) => void;

/** Draws a parallel state beside its neighbours: gateway, branches, join. BP6 */
export function drawParallel(sheet: Sheet, node: StateNode, drawState: DrawState): void {
  const id = elementId(node);
  const container = sheet.chart.container(node);
  const enter = enterId(node);
  addHelper(sheet, { id: enter, type: 'bpmn:ExclusiveGateway', container, owner: id, kind: 'enter' });
  addPlainFlow(sheet, { from: enter, to: id, container });
  sheet.shapes.push({
    id,
    type: 'bpmn:ParallelGateway',
    container,
    owner: id,
    name: stateName(sheet, node),
    extensions: stateExtension(node, 'split'),
  });
  drawBranches(sheet, node, { container, drawState });
  if (!isJoined(node)) return;
  const join = helperId(id, 'join');
  addHelper(sheet, { id: join, type: 'bpmn:ParallelGateway', container, owner: id });
  drawLeaving(sheet, { from: join, owner: node, container, ways: sheet.chart.ways(node), names: 'description' });
}

/** Draws a parallel state inside a sub-process, at whose edge its events and ways out can sit. BP6 */
export function drawWrapped(sheet: Sheet, node: StateNode, drawState: DrawState): void {
  const id = elementId(node);
  const { chart } = sheet;
  const container = chart.container(node);
  const split = splitId(chart, node);
  sheet.shapes.push({
    id,
    type: 'bpmn:SubProcess',
    container,
    owner: id,
    name: stateName(sheet, node),
    extensions: stateExtension(node, 'wrapped', 'parallel'),
  });
  const start = helperId(id, 'start');
  addHelper(sheet, { id: start, type: 'bpmn:StartEvent', container: id, owner: id });
  addPlainFlow(sheet, { from: start, to: split, container: id });
  addHelper(sheet, { id: split, type: 'bpmn:ParallelGateway', container: id, owner: id });
  drawBranches(sheet, node, { container: id, drawState });
  const lead = isJoined(node) ? [drawJoinInside(sheet, id)] : [];
  drawBoundaryEvents(sheet, node, eventsOf(chart, node));
  drawLeaving(sheet, {
    from: id,
    owner: node,
    container,
    ways: chart.ways(node).filter(({ kind }) => kind === 'onDone'),
    names: 'description',
    lead,
  });
}

function drawJoinInside(sheet: Sheet, id: string): string {
  const join = helperId(id, 'join');
  const end = helperId(id, 'end');
  addHelper(sheet, { id: join, type: 'bpmn:ParallelGateway', container: id, owner: id });
  addHelper(sheet, { id: end, type: 'bpmn:EndEvent', container: id, owner: id });
  return addPlainFlow(sheet, { from: join, to: end, container: id });
}

function drawBranches(
  sheet: Sheet,
  parallel: StateNode,
  { container, drawState }: { readonly container: string; readonly drawState: DrawState },
): void {
  const { chart } = sheet;
  const split = splitId(chart, parallel);
  chart.children(parallel).forEach((region, index) => {
    const first = chart.form(region) === 'box' ? region : chart.first(region);
    if (first === undefined) return;
    const { to } = landFlow(sheet, { container, from: region }, { kind: 'state', state: beginOf(chart, first) });
    const name = isNamed(sheet, region) ? stateName(sheet, region) : undefined;
    sheet.flows.push({
      id: helperId(split, `to_${index}`),
      from: split,
      to,
      container,
      name,
      extension: regionExtension(sheet, region, name !== undefined),
    });
    drawState(sheet, region);
    if (isJoined(parallel)) drawMerge(sheet, region, { container, join: helperId(elementId(parallel), 'join') });
  });
}

/** The gateway where the ways of one branch meet before the join, which waits for every flow that leads into it. */
function drawMerge(
  sheet: Sheet,
  region: StateNode,
  { container, join }: { readonly container: string; readonly join: string },
): void {
  const merge = mergeId(region);
  addHelper(sheet, { id: merge, type: 'bpmn:ExclusiveGateway', container, owner: elementId(region), kind: 'merge' });
  addPlainFlow(sheet, { from: merge, to: join, container });
}

/** A branch of one step is named by it; a sub-process has its name inside. */
function isNamed({ chart }: Sheet, region: StateNode): boolean {
  const steps = chart.children(region).filter((child) => !['final', 'decision', 'wait'].includes(chart.kind(child)));
  return chart.form(region) === 'branch' && steps.length > 1;
}

function regionExtension({ chart }: Sheet, region: StateNode, isShown: boolean): Extension {
  const final = chart.children(region).find((child) => chart.form(child) === 'joined');
  const isBranch = chart.form(region) === 'branch';
  const rest: { [key: string]: Json } = {
    ...(isBranch ? notEmpty('state', restOfState(region, 'branch')) : {}),
    ...(final === undefined ? {} : notEmpty('final', restOfState(final, 'joined'))),
  };
  const { description } = region.file;
  return {
    type: 'wf:Transition',
    attributes: {
      region: region.key,
      ...(final === undefined ? {} : { final: final.key }),
      ...(isBranch && !isShown && description !== undefined ? { regionDescription: description } : {}),
    },
    ...(Object.keys(rest).length === 0 ? {} : { body: rest }),
  };
}

function notEmpty(key: string, rest: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  return Object.keys(rest).length === 0 ? {} : { [key]: rest };
}
