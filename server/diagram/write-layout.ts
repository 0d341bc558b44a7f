import type { BpmnElement, CreateElement } from '../../engine/bpmn/bpmn-element.ts';
import { type Bounds, labelId, type PictureLayout } from './picture-layout.ts';
import { idOf, processOf, readContainers } from './read-containers.ts';

/** Writes a layout into definitions as their diagram. Whole numbers only, so that the XML stays short and equal. */
export function writeLayout(definitions: BpmnElement, layout: PictureLayout, create: CreateElement): void {
  const process = processOf(definitions);
  const containers = readContainers(process);
  const plane = create('bpmndi:BPMNPlane', { id: `${idOf(process)}__plane`, bpmnElement: process });
  const drawn = containers.flatMap(({ shapes: own, frames }) => [
    ...own,
    ...frames.filter((frame) => layout.bounds.has(idOf(frame))),
  ]);
  const shapes = drawn.map((shape) => shapeDi(shape, layout, create));
  const edges = containers.flatMap(({ flows }) => flows).map((flow) => edgeDi(flow, layout, create));
  plane['planeElement'] = [...shapes, ...edges];
  for (const element of [...shapes, ...edges]) element.$parent = plane;
  const diagram = create('bpmndi:BPMNDiagram', { id: `${idOf(process)}__diagram`, plane });
  plane.$parent = diagram;
  diagram.$parent = definitions;
  definitions['diagrams'] = [diagram];
}

function shapeDi(shape: BpmnElement, { bounds }: PictureLayout, create: CreateElement): BpmnElement {
  const id = idOf(shape);
  const di = create('bpmndi:BPMNShape', {
    id: `${id}__di`,
    bpmnElement: shape,
    bounds: boundsDi(bounds.get(id), create),
  });
  if (shape.$type === 'bpmn:SubProcess') di['isExpanded'] = true;
  setLabel(di, bounds.get(labelId(id)), create);
  return di;
}

function edgeDi(flow: BpmnElement, { lines, bounds }: PictureLayout, create: CreateElement): BpmnElement {
  const id = idOf(flow);
  const di = create('bpmndi:BPMNEdge', { id: `${id}__di`, bpmnElement: flow });
  di['waypoint'] = (lines.get(id) ?? []).map(({ x, y }) => create('dc:Point', { x: Math.round(x), y: Math.round(y) }));
  setLabel(di, bounds.get(labelId(id)), create);
  return di;
}

function setLabel(di: BpmnElement, bounds: Bounds | undefined, create: CreateElement): void {
  if (bounds !== undefined) di['label'] = create('bpmndi:BPMNLabel', { bounds: boundsDi(bounds, create) });
}

function boundsDi(bounds: Bounds | undefined, create: CreateElement): BpmnElement {
  if (bounds === undefined) throw new Error('A shape was not laid out.');
  const { x, y, width, height } = bounds;
  return create('dc:Bounds', {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  });
}
