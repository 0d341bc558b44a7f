import type { JsonObject } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { WorkflowFile } from '../model/workflow-file.ts';
import { checkDrawing } from './check-drawing.ts';
import { chooseForms, type FormedChart } from './choose-forms.ts';
import { drawChildren, drawStart } from './draw-state.ts';
import type { Drawing, Flow, NameText, Shape } from './drawing.ts';
import { asProblem } from './drawing-problem.ts';
import { elementId } from './element-id.ts';
import { entryFlows } from './entry-flows.ts';
import { beginOf } from './place-target.ts';
import { readChart } from './read-chart.ts';
import type { Sheet } from './sheet.ts';
import { machineExtension } from './state-extension.ts';

export type PlannedDrawing =
  | { readonly kind: 'drawn'; readonly drawing: Drawing; readonly chart: FormedChart }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Decides what is drawn of a workflow file, or refuses with all problems.
 *
 * Pure; the same file and texts give the same drawing. Nothing of the file is lost: what no shape or flow says stands
 * in an extension of one. BP1–BP12
 */
export function planDrawing(file: WorkflowFile, text: NameText = (_pointer, english) => english): PlannedDrawing {
  const chart = chooseForms(readChart(file));
  const problems = checkDrawing(chart);
  if (problems.length > 0) return { kind: 'refused', problems };
  const sheet: Sheet = {
    chart,
    byId: new Map(chart.states.map((node) => [elementId(node), node])),
    text,
    shapes: [],
    flows: [],
    frames: [],
    ways: new Map(),
    exits: new Map(),
    terminating: new Set(),
  };
  const start = drawMachine(sheet);
  const drawing = finishDrawing(sheet, start);
  const doubled = doubledIds(drawing);
  return doubled.length > 0 ? { kind: 'refused', problems: doubled } : { kind: 'drawn', drawing, chart };
}

function drawMachine(sheet: Sheet): readonly string[] {
  const { chart } = sheet;
  const first = chart.first(chart.root);
  const start =
    first === undefined
      ? []
      : [drawStart(sheet, '', first), ...entryFlows(chart, { kind: 'state', state: beginOf(chart, first) })];
  drawChildren(sheet, chart.root);
  return start;
}

function finishDrawing(sheet: Sheet, start: readonly string[]): Drawing {
  const { file, children, root, form } = sheet.chart;
  const { shapes, flows } = withoutIdleGateways(withoutDoubledEnds(sheet));
  const ids = new Set(flows.map((flow) => flow.id));
  const drawn = (way: readonly string[]): readonly string[] => way.filter((id) => ids.has(id));
  return {
    id: file.id,
    name: sheet.text('/description', file.description),
    shapes: endsLast(shapes).map((shape) =>
      sheet.terminating.has(shape.id) ? { ...shape, event: { kind: 'terminate' } } : shape,
    ),
    flows,
    frames: sheet.frames,
    machine: machineExtension(
      file as unknown as JsonObject,
      children(root).filter((node) => form(node) === 'aside'),
    ),
    start: drawn(start),
    ways: new Map([...sheet.ways].map(([id, way]) => [id, drawn(way)])),
  };
}

interface Parts {
  readonly shapes: readonly Shape[];
  readonly flows: readonly Flow[];
}

/** Ends that several steps lead to are made at the first of them; they are read after the last. */
function endsLast(shapes: readonly Shape[]): readonly Shape[] {
  const isExit = ({ type, extensions }: Shape): boolean =>
    type === 'bpmn:EndEvent' && extensions[0]?.attributes['kind'] === 'leave';
  return [...shapes.filter((shape) => !isExit(shape)), ...shapes.filter(isExit)];
}

/** An end of the case that is only reached inside sub-processes is drawn there alone. BP8 */
function withoutDoubledEnds({ shapes, flows }: Sheet): Parts {
  const reached = new Set(flows.map((flow) => flow.to));
  const inside = new Set(shapes.filter((shape) => shape.event?.kind === 'terminate').map((shape) => shape.owner));
  return { flows, shapes: shapes.filter((shape) => reached.has(shape.id) || !inside.has(shape.id)) };
}

/** A gateway in front of a split or a join is only needed where several flows come together. BP6 */
function withoutIdleGateways(parts: Parts): Parts {
  const idle = parts.shapes.filter(
    (shape) => isGatherer(shape) && parts.flows.filter((flow) => flow.to === shape.id).length <= 1,
  );
  return idle.reduce(withoutGateway, parts);
}

function withoutGateway({ shapes, flows }: Parts, gateway: Shape): Parts {
  const onward = flows.find((flow) => flow.from === gateway.id);
  return {
    shapes: shapes.filter((shape) => shape !== gateway),
    flows: flows
      .filter((flow) => flow !== onward)
      .map((flow) => (flow.to === gateway.id && onward !== undefined ? { ...flow, to: onward.to } : flow)),
  };
}

function isGatherer(shape: Shape): boolean {
  const [extension] = shape.extensions;
  return shape.type === 'bpmn:ExclusiveGateway' && ['enter', 'merge'].includes(extension?.attributes['kind'] ?? '');
}

/** Two elements with one id would be one element to every reader of the file. */
function doubledIds({ id, shapes, flows, frames }: Drawing): readonly Problem[] {
  const ids = [
    id,
    ...shapes.map((shape) => shape.id),
    ...frames.map((frame) => frame.id),
    ...flows.map((flow) => flow.id),
  ];
  const seen = new Set<string>();
  const doubled = new Set(ids.filter((each) => seen.size === seen.add(each).size));
  return [...doubled].map((each) =>
    asProblem({
      path: `/states/${each.split('.').join('/states/')}`,
      code: 'drawing.duplicate_id',
      message: `Two elements of the picture would be called ${each}. Rename the state.`,
    }),
  );
}
