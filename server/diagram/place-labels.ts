import type { BpmnElement } from '../../engine/bpmn/bpmn-element.ts';
import { labelSizes } from './element-size.ts';
import { isLevel, type LinePiece, ownPieces, pieceLength, piecesOf } from './line-pieces.ts';
import { type Bounds, labelId, type PictureLayout } from './picture-layout.ts';
import { idOf } from './read-containers.ts';
import type { Size } from './text-size.ts';

const ABOVE = 2;
const BESIDE = 5;
const INSET = 6;
/** One line of another name, with a little air. */
const ROW = 16;

/** A cost above this means that a name covers something or hangs over the end of its line. */
const CRAMPED = 40;

interface Choice {
  readonly place: Bounds;
  readonly missing: number;
  readonly covers: boolean;
  readonly cost: number;
}

/** What a name may not cover, and what it should not. */
interface Obstacles {
  readonly solid: readonly Bounds[];
  readonly lines: readonly LinePiece[];
}

/**
 * A layout with all names in place; how much width the names miss that found no good one, by flow; and whether one of
 * them covers something, so that height is missing too.
 */
export interface LabelledLayout {
  readonly layout: PictureLayout;
  readonly cramped: ReadonlyMap<string, number>;
  readonly covers: boolean;
}

/**
 * Finds a place for the name of each flow: beside a part of its line that no other flow shares, clear of shapes, of
 * other names, and as far as possible of lines. In the order of the flows, so the same picture gets the same places.
 */
export function placeLabels(
  layout: PictureLayout,
  flows: readonly BpmnElement[],
  solid: readonly Bounds[],
): LabelledLayout {
  const taken = [...solid];
  const placed = new Map<string, Bounds>();
  const cramped = new Map<string, number>();
  let covers = false;
  const all = [...layout.lines].map(([id, points]) => ({ id, pieces: piecesOf(points) }));
  for (const flow of flows) {
    const sizes = labelSizes(flow);
    if (sizes.length === 0) continue;
    const id = idOf(flow);
    const line = layout.lines.get(id) ?? [];
    const own = ownPieces(
      line,
      all.filter((other) => other.id !== id).flatMap(({ pieces }) => pieces),
    );
    const obstacles = { solid: taken, lines: all.flatMap(({ pieces }) => pieces) };
    const best = freePlace({ own, whole: piecesOf(line) }, sizes, obstacles);
    if (best === undefined) continue;
    if (best.cost > CRAMPED) cramped.set(id, best.missing);
    covers ||= best.covers;
    placed.set(labelId(id), best.place);
    taken.push(best.place);
  }
  return { layout: { ...layout, bounds: new Map([...layout.bounds, ...placed]) }, cramped, covers };
}

/** A name that covers something beside the own parts of its line may stand beside the others, and rows away from it. */
function freePlace(
  { own, whole }: { readonly own: readonly LinePiece[]; readonly whole: readonly LinePiece[] },
  sizes: readonly Size[],
  obstacles: Obstacles,
): Choice | undefined {
  const beside = bestPlace(own.length > 0 ? own : whole, { sizes, places: placesAt }, obstacles);
  if (beside?.covers !== true) return beside;
  const away = bestPlace(whole, { sizes, places: placesAround }, obstacles);
  return away?.covers === false ? away : beside;
}

interface Offer {
  readonly sizes: readonly Size[];
  /** Places beside a piece, best first. */
  readonly places: (piece: LinePiece, size: Size) => readonly Bounds[];
}

function bestPlace(pieces: readonly LinePiece[], { sizes, places }: Offer, obstacles: Obstacles): Choice | undefined {
  const choices = pieces.flatMap((piece) =>
    sizes.flatMap((size) =>
      places(piece, size).map((place, preference) => ({
        place,
        covers: obstacles.solid.some((each) => overlap(place, each) > 0),
        missing: Math.max(size.width - pieceLength(piece), size.width / 3),
        cost: costOf(place, obstacles) + preference * 4 + tightness(piece, size) + Math.min(20, piece.along / 40),
      })),
    ),
  );
  return choices.reduce<Choice | undefined>(
    (best, choice) => (best === undefined || choice.cost < best.cost ? choice : best),
    undefined,
  );
}

/** Places beside a piece and, of a level one, above or below the name of a flow that takes the same line. */
function placesAround(piece: LinePiece, size: Size): readonly Bounds[] {
  const near = placesAt(piece, size);
  if (!isLevel(piece)) return near;
  const rows = near.map((place) => ({ ...place, y: place.y + (place.y < piece.from.y ? -ROW : ROW) }));
  return [...near, ...rows];
}

/** Places beside a piece, best first: above a level one, to the right of an upright one. */
function placesAt(piece: LinePiece, { width, height }: Size): readonly Bounds[] {
  const [left, right] = [Math.min(piece.from.x, piece.to.x), Math.max(piece.from.x, piece.to.x)];
  const [top, bottom] = [Math.min(piece.from.y, piece.to.y), Math.max(piece.from.y, piece.to.y)];
  const at = (x: number, y: number): Bounds => ({ x, y, width, height });
  if (isLevel(piece)) {
    const xs = [left + INSET, (left + right - width) / 2, right - width - INSET * 2];
    return [...xs.map((x) => at(x, top - height - ABOVE)), ...xs.map((x) => at(x, top + ABOVE + 1))];
  }
  const ys = [(top + bottom - height) / 2, top + INSET, bottom - height - INSET];
  return [...ys.map((y) => at(left + BESIDE, y)), ...ys.map((y) => at(left - BESIDE - width, y))];
}

function costOf(place: Bounds, { solid, lines }: Obstacles): number {
  const covered = solid.reduce((sum, each) => sum + overlap(place, each), 0);
  const crossed = lines.filter((line) => overlap(place, lineBounds(line)) > 0).length;
  return covered * 10 + crossed * 150;
}

/** A name longer than its piece seems to belong to what is next to it. */
function tightness(piece: LinePiece, { width, height }: Size): number {
  const missing = (isLevel(piece) ? width : height) - pieceLength(piece);
  return Math.max(0, missing) + (isLevel(piece) ? 0 : 20);
}

function lineBounds({ from, to }: LinePiece): Bounds {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { x: x - 0.5, y: y - 0.5, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
}

function overlap(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
