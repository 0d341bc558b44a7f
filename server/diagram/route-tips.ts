import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { isLevel, type LinePiece, piecesOf } from './line-pieces.ts';
import type { Bounds, PictureLayout, Point } from './picture-layout.ts';
import { idOf } from './read-containers.ts';

/** How far right of its tip a flow may turn and still be led over the upper or lower tip instead. */
const REACH = 120;
const CLEARANCE = 8;
const LINE_CLEARANCE = 6;

/**
 * Lets flows that turn up or down right behind a diamond leave by its upper or lower tip, if nothing is in the way.
 * So each way of a decision is seen at the diamond itself, and the one that goes straight on stands alone.
 */
export function routeTips(layout: PictureLayout, flows: readonly BpmnElement[]): PictureLayout {
  const lines = new Map(layout.lines);
  for (const flow of flows) {
    const source = flow['sourceRef'] as BpmnElement;
    const diamond = layout.bounds.get(idOf(source));
    const siblings = new Set(flows.filter((other) => other['sourceRef'] === source).map(idOf));
    if (diamond === undefined || !source.$type.endsWith('Gateway') || siblings.size < 2) continue;
    const led = ledOverTip(lines.get(idOf(flow)) ?? [], diamond);
    if (led === undefined) continue;
    const others = [...lines].filter(([id]) => !siblings.has(id)).flatMap(([, points]) => piecesOf(points));
    if (
      isFree(
        led.added,
        [...layout.bounds.values()].filter((bounds) => !holds(bounds, diamond)),
        others,
      )
    )
      lines.set(idOf(flow), led.points);
  }
  return { ...layout, lines };
}

/** The line over the tip, and the part of it that is new. */
function ledOverTip(
  points: readonly Point[],
  diamond: Bounds,
): { readonly points: readonly Point[]; readonly added: readonly LinePiece[] } | undefined {
  const [start, turn, corner, next, ...rest] = points;
  if (start === undefined || turn === undefined || corner === undefined || next === undefined) return undefined;
  const turnsUpright =
    Math.abs(start.y - turn.y) < 0.5 &&
    Math.abs(turn.x - corner.x) < 0.5 &&
    turn.x - start.x <= REACH &&
    turn.x > start.x;
  if (!turnsUpright || next.x <= corner.x || Math.abs(corner.y - turn.y) < diamond.height / 2 + CLEARANCE)
    return undefined;
  const middle = diamond.x + diamond.width / 2;
  const tip = { x: middle, y: corner.y < turn.y ? diamond.y : diamond.y + diamond.height };
  const bend = { x: middle, y: corner.y };
  return { points: [tip, bend, next, ...rest], added: piecesOf([tip, bend, { x: corner.x, y: corner.y }]) };
}

function isFree(added: readonly LinePiece[], shapes: readonly Bounds[], others: readonly LinePiece[]): boolean {
  return added.every(
    (piece) =>
      shapes.every((bounds) => !hits(piece, bounds, CLEARANCE)) &&
      others.every((other) => isLevel(other) !== isLevel(piece) || !hits(piece, boundsOf(other), LINE_CLEARANCE)),
  );
}

/** True for the diamond itself and for a frame around it. */
function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function hits({ from, to }: LinePiece, { x, y, width, height }: Bounds, clearance: number): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return (
    right > x - clearance && left < x + width + clearance && bottom > y - clearance && top < y + height + clearance
  );
}

function boundsOf({ from, to }: LinePiece): Bounds {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
}
