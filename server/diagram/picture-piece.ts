import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { hasLabelOutside, shapeSize } from './element-size.ts';
import type { Door } from './piece-door.ts';
import { type EdgeEvent, placeEvents } from './place-events.ts';
import { joinedLayout, movedLayout, type PictureLayout, type Point } from './picture-layout.ts';
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

const GATEWAY_GAP = 20;

/** A shape alone, with what sits on its lower edge. A sub-process brings its inside. */
export function shapePiece(shape: BpmnElement, events: readonly EdgeEvent[], inside?: PictureLayout): Piece {
  const id = idOf(shape);
  const own = inside ?? shapeSize(shape);
  const edge = placeEvents(events, own.height);
  const size = { width: Math.max(own.width, edge.width), height: own.height };
  const room = { width: size.width, height: Math.max(size.height, edge.layout.height) };
  const itself: PictureLayout = { ...room, bounds: new Map([[id, { x: 0, y: 0, ...size }]]), lines: new Map() };
  const middle = size.height / 2;
  return {
    id,
    ...room,
    inside: joinedLayout([...(inside === undefined ? [] : [inside]), itself, edge.layout], room),
    doors: [
      doorAt(id, 'WEST', { x: 0, y: middle }),
      doorAt(id, 'EAST', { x: size.width, y: middle }),
      ...edge.exits.map((exit) => ({ ...exit, y: room.height })),
    ],
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
    lines: new Map([
      [
        flow,
        [
          { x: exit.at.x, y },
          { x: left, y },
        ],
      ],
    ]),
  };
  const doors = piece.doors
    .filter((door) => door !== exit)
    .map((door) => ({
      ...door,
      y: door.side === 'SOUTH' ? room.height : door.y + down,
      at: { x: door.at.x, y: door.at.y + down },
    }));
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

/** A laid out block that is entered at one shape and left at another, if at all. */
export function blockPiece(
  id: string,
  inside: PictureLayout,
  { entry, exit }: { readonly entry: string; readonly exit?: string },
): Piece {
  const edge = (shape: string, side: 'WEST' | 'EAST'): Door => {
    const bounds = inside.bounds.get(shape);
    if (bounds === undefined) throw new Error(`The block ${id} has no ${shape}.`);
    const at = { x: side === 'WEST' ? bounds.x : bounds.x + bounds.width, y: bounds.y + bounds.height / 2 };
    return { shape, side, x: side === 'WEST' ? 0 : inside.width, y: at.y, at };
  };
  const { width, height } = inside;
  return {
    id,
    width,
    height,
    inside,
    doors: [edge(entry, 'WEST'), ...(exit === undefined ? [] : [edge(exit, 'EAST')])],
  };
}

function doorAt(shape: string, side: Door['side'], at: Point): Door {
  return { shape, side, ...at, at };
}
