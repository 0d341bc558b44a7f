import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { hasLabelOutside, labelSize, shapeSize } from './element-size.ts';
import { type Bounds, joinedLayout, labelId, movedLayout, type PictureLayout, type Point } from './picture-layout.ts';
import { idOf } from './read-containers.ts';
import type { Size } from './text-size.ts';

/**
 * What is laid out as one: a shape, a shape with the outcome gateway behind it, a sub-process, or a parallel block
 * from its split to its join. Its inside is fixed. Flows begin and end at its doors.
 */
export interface Piece extends Size {
  readonly id: string;
  readonly inside: PictureLayout;
  readonly doors: readonly Door[];
  /** The shape whose name needs room outside. */
  readonly named?: BpmnElement;
}

/** A place at the edge of a piece where flows of one shape begin or end. */
export interface Door extends Point {
  readonly shape: string;
  readonly side: 'WEST' | 'EAST' | 'SOUTH';
  /** Where the line really ends, if that is further inside. */
  readonly at: Point;
}

const GATEWAY_GAP = 22;
const EVENT_GAP = 12;
const EVENT_LABEL_GAP = 5;

/** A shape alone, with its boundary events. A sub-process brings its inside. */
export function shapePiece(shape: BpmnElement, events: readonly BpmnElement[], inside?: PictureLayout): Piece {
  const id = idOf(shape);
  const own = inside ?? shapeSize(shape);
  const edge = placeEvents(events, own.height);
  const size = { width: Math.max(own.width, edge.width), height: own.height };
  const bounds = new Map<string, Bounds>([[id, { x: 0, y: 0, ...size }], ...edge.bounds]);
  const room = { width: size.width, height: size.height + edge.height };
  const layout = joinedLayout([...(inside === undefined ? [] : [inside]), { ...room, bounds, lines: new Map() }], room);
  const middle = size.height / 2;
  const exits = edge.doors.map(({ shape: event, x, at }): Door => ({ shape: event, side: 'SOUTH', x, y: room.height, at }));
  return {
    id,
    ...room,
    inside: layout,
    doors: [doorAt(id, 'WEST', { x: 0, y: middle }), doorAt(id, 'EAST', { x: size.width, y: middle }), ...exits],
    ...(hasLabelOutside(shape) ? { named: shape } : {}),
  };
}

/** A piece with the gateway that stands right behind its exit; `flow` leads to it. */
export function withGateway(piece: Piece, gateway: BpmnElement, flow: string): Piece {
  const exit = piece.doors.find(({ side }) => side === 'EAST');
  if (exit === undefined) throw new Error(`${piece.id} has no exit.`);
  const size = shapeSize(gateway);
  const id = idOf(gateway);
  const down = Math.max(0, size.height / 2 - exit.at.y);
  const y = exit.at.y + down;
  const left = exit.x + GATEWAY_GAP;
  const room = { width: left + size.width, height: Math.max(piece.height + down, y + size.height / 2) };
  const added: PictureLayout = {
    ...room,
    bounds: new Map([[id, { x: left, y: y - size.height / 2, ...size }]]),
    lines: new Map([[flow, [{ x: exit.at.x, y }, { x: left, y }]]]),
  };
  const doors = piece.doors.filter((door) => door !== exit).map((door) => ({ ...door, y: door.side === 'SOUTH' ? room.height : door.y + down, at: { x: door.at.x, y: door.at.y + down } }));
  return {
    ...piece,
    ...room,
    inside: joinedLayout([movedLayout(piece.inside, { x: 0, y: down }), added], room),
    doors: [...doors, doorAt(id, 'EAST', { x: room.width, y })],
  };
}

/** A piece with room in front of its entry, for the name of a flow that comes in. */
export function withLead(piece: Piece, room: number): Piece {
  if (room === 0) return piece;
  const move = (point: Point): Point => ({ x: point.x + room, y: point.y });
  return {
    ...piece,
    width: piece.width + room,
    inside: movedLayout(piece.inside, { x: room, y: 0 }),
    doors: piece.doors.map((door) => ({ ...door, ...(door.side === 'WEST' ? {} : move(door)), at: move(door.at) })),
  };
}

/** A laid out block that is entered at one shape and left at another. */
export function blockPiece(id: string, inside: PictureLayout, { entry, exit }: { readonly entry: string; readonly exit: string }): Piece {
  const first = inside.bounds.get(entry);
  const last = inside.bounds.get(exit);
  if (first === undefined || last === undefined) throw new Error(`The block ${id} has no ends.`);
  const into = { x: first.x, y: first.y + first.height / 2 };
  const outOf = { x: last.x + last.width, y: last.y + last.height / 2 };
  return {
    id,
    width: inside.width,
    height: inside.height,
    inside,
    doors: [
      { shape: entry, side: 'WEST', x: 0, y: into.y, at: into },
      { shape: exit, side: 'EAST', x: inside.width, y: outOf.y, at: outOf },
    ],
  };
}

function doorAt(shape: string, side: Door['side'], at: Point): Door {
  return { shape, side, ...at, at };
}

interface Edge extends Size {
  readonly bounds: readonly (readonly [string, Bounds])[];
  readonly doors: readonly { readonly shape: string; readonly x: number; readonly at: Point }[];
}

/** Boundary events stand side by side on the lower edge, each with its name to the right of its line. */
function placeEvents(events: readonly BpmnElement[], edge: number): Edge {
  const bounds: (readonly [string, Bounds])[] = [];
  const doors: { shape: string; x: number; at: Point }[] = [];
  let x = EVENT_GAP;
  let height = 0;
  for (const event of events) {
    const id = idOf(event);
    const size = shapeSize(event);
    const label = labelSize(event) ?? { width: 0, height: 0 };
    const middle = x + size.width / 2;
    const below = edge + size.height / 2;
    bounds.push([id, { x, y: edge - size.height / 2, ...size }]);
    if (label.width > 0) bounds.push([labelId(id), { x: middle + EVENT_LABEL_GAP, y: below + 2, ...label }]);
    doors.push({ shape: id, x: middle, at: { x: middle, y: below } });
    x += Math.max(size.width, size.width / 2 + EVENT_LABEL_GAP + label.width) + EVENT_GAP;
    height = Math.max(height, size.height / 2 + (label.height === 0 ? 0 : label.height + 4));
  }
  return { width: events.length === 0 ? 0 : x, height, bounds, doors };
}
