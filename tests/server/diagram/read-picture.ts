import { BpmnModdle } from 'bpmn-moddle';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import { WF_NAMESPACE } from '../../../engine/bpmn/wf-namespace.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A shape or flow of a picture with its place. */
export interface PlacedShape {
  readonly id: string;
  readonly type: string;
  readonly parent: string;
  readonly host: string | undefined;
  readonly box: Box;
  readonly label: Box | undefined;
}

export interface PlacedFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly parent: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: Box | undefined;
}

export interface Picture {
  readonly definitions: BpmnElement;
  readonly warnings: readonly string[];
  readonly shapes: readonly PlacedShape[];
  readonly flows: readonly PlacedFlow[];
  /** Ids of elements that have no place. */
  readonly unplaced: readonly string[];
}

/** Reads the XML of a picture as any BPMN tool would. */
export async function readPicture(xml: string): Promise<Picture> {
  const { rootElement, elementsById, warnings } = await new BpmnModdle({ wf: WF_NAMESPACE }).fromXML(xml);
  const [diagram] = rootElement['diagrams'] as readonly [BpmnElement];
  const placed = (diagram['plane'] as BpmnElement)['planeElement'] as readonly BpmnElement[];
  const known = new Set(placed.map((di) => (di['bpmnElement'] as BpmnElement)['id']));
  const drawable = Object.values(elementsById).filter(
    (element) =>
      /^bpmn:(\w+(Task|Gateway|Event|Process)|CallActivity|SequenceFlow|Group)$/.test(element.$type) &&
      element.$type !== 'bpmn:Process',
  );
  return {
    definitions: rootElement,
    warnings: warnings.map(({ message }) => message),
    shapes: placed.filter((di) => di.$type === 'bpmndi:BPMNShape').map(readShape),
    flows: placed.filter((di) => di.$type === 'bpmndi:BPMNEdge').map(readFlow),
    unplaced: drawable.map((element) => String(element['id'])).filter((id) => !known.has(id)),
  };
}

function readShape(di: BpmnElement): PlacedShape {
  const element = di['bpmnElement'] as BpmnElement;
  const host = element['attachedToRef'] as BpmnElement | undefined;
  return {
    id: idOf(element),
    type: element.$type,
    parent: idOf(element.$parent as BpmnElement),
    host: host && idOf(host),
    box: boxOf(di['bounds'] as BpmnElement),
    label: labelOf(di),
  };
}

function readFlow(di: BpmnElement): PlacedFlow {
  const element = di['bpmnElement'] as BpmnElement;
  const points = (di['waypoint'] as readonly BpmnElement[]).map(({ x, y }) => ({ x: Number(x), y: Number(y) }));
  return {
    id: idOf(element),
    from: idOf(element['sourceRef'] as BpmnElement),
    to: idOf(element['targetRef'] as BpmnElement),
    parent: idOf(element.$parent as BpmnElement),
    points,
    label: labelOf(di),
  };
}

function labelOf(di: BpmnElement): Box | undefined {
  const label = di['label'] as BpmnElement | undefined;
  return label?.['bounds'] === undefined ? undefined : boxOf(label['bounds'] as BpmnElement);
}

function boxOf({ x, y, width, height }: BpmnElement): Box {
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

const idOf = (element: BpmnElement): string => String(element['id']);
