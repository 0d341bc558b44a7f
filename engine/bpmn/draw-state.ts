import type { StateNode } from '../workflow/walk-states.ts';
import { isJoined } from './choose-forms.ts';
import { drawBoundaryEvents, drawCatch, drawError, drawRace } from './draw-events.ts';
import { drawLeaving } from './draw-leaving.ts';
import { drawParallel, drawWrapped } from './draw-parallel.ts';
import { elementId, helperId } from './element-id.ts';
import { mergeId } from './entry-flows.ts';
import { landFlow } from './land-flow.ts';
import { beginOf } from './place-target.ts';
import { isRegion } from './read-chart.ts';
import { addHelper, addPlainFlow, type Sheet, stateName } from './sheet.ts';
import { serviceExtension, stateExtension, taskExtension } from './state-extension.ts';
import { calledWorkflow } from './state-kind.ts';
import { eventsOf, triggersOf } from './triggers.ts';

/** Draws a state with all that lies in it and all ways out of it. BP2 */
export function drawState(sheet: Sheet, node: StateNode): void {
  switch (sheet.chart.form(node)) {
    case 'task':
      return drawTask(sheet, node);
    case 'service':
      return drawService(sheet, node);
    case 'decision':
      return drawDecision(sheet, node);
    case 'catch':
    case 'race':
      return drawWait(sheet, node);
    case 'box':
      return drawBox(sheet, node);
    case 'open':
      return drawOpen(sheet, node);
    case 'wrapped':
      return drawWrapped(sheet, node, drawState);
    case 'split':
      return drawParallel(sheet, node, drawState);
    case 'end':
      return drawEnd(sheet, node);
    case 'branch':
      return drawChildren(sheet, node);
    case 'joined':
    case 'aside':
      return;
  }
}

/** The start event of the process or of a sub-process, and its flow. */
export function drawStart(sheet: Sheet, container: string, first: StateNode): string {
  const id = helperId(container, 'start');
  addHelper(sheet, { id, type: 'bpmn:StartEvent', container, owner: container });
  const begin = beginOf(sheet.chart, first);
  const { to } = landFlow(sheet, { container, from: first }, { kind: 'state', state: begin });
  return addPlainFlow(sheet, { from: id, to, container });
}

function drawTask(sheet: Sheet, node: StateNode): void {
  const { chart } = sheet;
  const id = elementId(node);
  const container = chart.container(node);
  const many = node.file.meta?.task !== undefined && Object.hasOwn(node.file.meta.task, 'forEach');
  const extensions = [taskExtension(node), ...stateExtension(node, 'task')];
  sheet.shapes.push({
    id,
    type: 'bpmn:UserTask',
    container,
    owner: id,
    name: stateName(sheet, node),
    many,
    extensions,
  });
  drawBoundaryEvents(
    sheet,
    node,
    eventsOf(chart, node).filter(({ kind }) => kind === 'timer'),
  );
  const outcomes = chart.ways(node).filter(({ kind }) => kind === 'on');
  drawLeaving(sheet, { from: id, owner: node, container, ways: outcomes, names: 'outcome' });
}

function drawService(sheet: Sheet, node: StateNode): void {
  const { chart } = sheet;
  const id = elementId(node);
  const container = chart.container(node);
  const isCall = chart.kind(node) === 'workflow';
  const ways = chart.ways(node);
  sheet.shapes.push({
    id,
    type: isCall ? 'bpmn:CallActivity' : 'bpmn:ServiceTask',
    container,
    owner: id,
    name: stateName(sheet, node),
    many: node.file.meta !== undefined && Object.hasOwn(node.file.meta, 'forEach'),
    called: isCall ? calledWorkflow(node) : undefined,
    extensions: [serviceExtension(node), ...stateExtension(node, 'service')],
  });
  drawBoundaryEvents(sheet, node, eventsOf(chart, node));
  drawError(
    sheet,
    node,
    ways.filter(({ kind }) => kind === 'invoke.onError'),
  );
  drawLeaving(sheet, {
    from: id,
    owner: node,
    container,
    ways: ways.filter(({ kind }) => kind === 'invoke.onDone'),
    names: 'description',
  });
}

function drawDecision(sheet: Sheet, node: StateNode): void {
  const id = elementId(node);
  const container = sheet.chart.container(node);
  const extensions = stateExtension(node, 'decision');
  sheet.shapes.push({
    id,
    type: 'bpmn:ExclusiveGateway',
    container,
    owner: id,
    name: stateName(sheet, node),
    extensions,
  });
  drawLeaving(sheet, {
    from: id,
    owner: node,
    container,
    ways: sheet.chart.ways(node),
    names: 'description',
    isGateway: true,
  });
}

function drawWait(sheet: Sheet, node: StateNode): void {
  const triggers = triggersOf(sheet.chart, node);
  const [only] = triggers;
  const extensions = stateExtension(node, 'race', 'wait');
  const name = stateName(sheet, node);
  if (triggers.length === 1 && only !== undefined) return drawCatch(sheet, node, { ...only, extensions, name });
  const id = elementId(node);
  sheet.shapes.push({
    id,
    type: 'bpmn:EventBasedGateway',
    container: sheet.chart.container(node),
    owner: id,
    name,
    extensions,
  });
  drawRace(sheet, node, triggers);
}

function drawBox(sheet: Sheet, node: StateNode): void {
  const { chart } = sheet;
  const id = elementId(node);
  const container = chart.container(node);
  const first = chart.first(node);
  sheet.shapes.push({
    id,
    type: 'bpmn:SubProcess',
    container,
    owner: id,
    name: stateName(sheet, node),
    extensions: stateExtension(node, 'box'),
  });
  if (first !== undefined) drawStart(sheet, id, first);
  drawChildren(sheet, node);
  drawBoundaryEvents(sheet, node, eventsOf(chart, node));
  drawLeaving(sheet, {
    from: id,
    owner: node,
    container,
    ways: chart.ways(node).filter(({ kind }) => kind === 'onDone'),
    names: 'description',
  });
  if (isRegion(node) && node.parent !== null && isJoined(node.parent))
    addPlainFlow(sheet, { from: id, to: mergeId(node), container });
}

function drawOpen(sheet: Sheet, node: StateNode): void {
  const [extension] = stateExtension(node, 'open', 'open');
  if (extension !== undefined)
    sheet.frames.push({
      id: elementId(node),
      container: sheet.chart.container(node),
      name: stateName(sheet, node),
      extension,
    });
  drawChildren(sheet, node);
}

function drawEnd(sheet: Sheet, node: StateNode): void {
  const id = elementId(node);
  sheet.shapes.push({
    id,
    type: 'bpmn:EndEvent',
    container: sheet.chart.container(node),
    owner: id,
    name: stateName(sheet, node),
    extensions: stateExtension(node, 'end'),
  });
}

/** Draws the states in a group, or of the machine: the first step first, the others in the file's order. */
export function drawChildren(sheet: Sheet, node: StateNode): void {
  const first = sheet.chart.first(node);
  const others = sheet.chart.children(node).filter((child) => child !== first);
  for (const child of first === undefined ? others : [first, ...others]) drawState(sheet, child);
}
