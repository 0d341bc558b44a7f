import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { labelSize, nameOf } from './element-size.ts';
import { FRAME_OPTIONS, PIECE_OPTIONS } from './elk-options.ts';
import { labelId, type Point } from './picture-layout.ts';
import type { Piece } from './picture-piece.ts';
import type { Door } from './piece-door.ts';
import { endOf, idOf, listOf } from './read-containers.ts';

/** What is laid out together: pieces, the flows between them, and frames around some of them. */
export interface Composition {
  readonly pieces: readonly Piece[];
  readonly flows: readonly BpmnElement[];
  readonly frames: readonly BpmnElement[];
}

/** The graph of a composition for ELK: pieces are nodes, their doors are ports, flows are edges between ports. */
export function elkGraph({ pieces, flows, frames }: Composition, layoutOptions: LayoutOptions): ElkNode {
  const children: ElkNode[] = [];
  const opened = new Map<string, ElkNode & { children: ElkNode[] }>();
  for (const piece of pieces) {
    const frame = frames.map(idOf).find((id) => isFramed(piece, id));
    const known = frame === undefined ? undefined : opened.get(frame);
    if (frame === undefined) children.push(pieceNode(piece, flows));
    else if (known !== undefined) known.children.push(pieceNode(piece, flows));
    else {
      const node = { id: frame, layoutOptions: FRAME_OPTIONS, children: [pieceNode(piece, flows)] };
      opened.set(frame, node);
      children.push(node);
    }
  }
  return { id: 'picture', layoutOptions, children, edges: flows.map(flowEdge) };
}

const exitPortId = (shape: string): string => `${shape}__exit`;

function entryPortId(flow: BpmnElement): string {
  const isOnlyWay = listOf(flow['sourceRef'] as BpmnElement, 'outgoing').length === 1;
  return `${isOnlyWay ? endOf(flow, 'targetRef') : idOf(flow)}__entry`;
}

/** A frame's members are known by their ids, which begin with its own. */
function isFramed(piece: Piece, frame: string): boolean {
  return piece.id.startsWith(`${frame}.`);
}

function pieceNode(piece: Piece, flows: readonly BpmnElement[]): ElkNode {
  const { id, width, height, doors, named } = piece;
  const ports = doors.flatMap((door) =>
    door.side === 'WEST' ? entryPorts(door, flows) : [port(exitPortId(door.shape), door, door.side)],
  );
  return {
    id,
    width,
    height,
    layoutOptions: PIECE_OPTIONS,
    ports,
    labels: named === undefined ? [] : outsideLabels(named),
  };
}

/**
 * Flows whose source leads nowhere else come in together; each other one has a port of its own at the same place.
 * With one port for all, ELK would bundle what comes from several places and goes to several places into one line,
 * and nobody could say which way leads where.
 */
function entryPorts(door: Door, flows: readonly BpmnElement[]): ElkPort[] {
  const coming = flows.filter((flow) => endOf(flow, 'targetRef') === door.shape);
  return [...new Set(coming.map(entryPortId))].map((id) => port(id, door, door.side));
}

function port(id: string, { x, y }: Point, side: Door['side']): ElkPort {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function outsideLabels(shape: BpmnElement): ElkLabel[] {
  const side = shape.$type.endsWith('Gateway') ? 'V_TOP' : 'V_BOTTOM';
  return labelsOf(shape).map((label) => ({
    ...label,
    layoutOptions: { 'elk.nodeLabels.placement': `OUTSIDE ${side} H_CENTER` },
  }));
}

function flowEdge(flow: BpmnElement): ElkExtendedEdge {
  return { id: idOf(flow), sources: [exitPortId(endOf(flow, 'sourceRef'))], targets: [entryPortId(flow)] };
}

/** The door by which flows leave a shape. */
export function exitDoor(pieces: readonly Piece[], shape: string): Door {
  return doorOf(pieces, shape, (side) => side !== 'WEST');
}

/** The door by which flows enter a shape. */
export function entryDoor(pieces: readonly Piece[], shape: string): Door {
  return doorOf(pieces, shape, (side) => side === 'WEST');
}

function doorOf(pieces: readonly Piece[], shape: string, fits: (side: Door['side']) => boolean): Door {
  const door = pieces.flatMap(({ doors }) => doors).find((each) => each.shape === shape && fits(each.side));
  if (door === undefined) throw new Error(`No flow can begin or end at ${shape} here.`);
  return door;
}

function labelsOf(element: BpmnElement): ElkLabel[] {
  const size = labelSize(element);
  return size === undefined ? [] : [{ id: labelId(idOf(element)), text: nameOf(element), ...size }];
}
