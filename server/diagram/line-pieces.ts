import type { Point } from './picture-layout.ts';

/** A straight part of a flow's line, horizontal or vertical. */
export interface LinePiece {
  readonly from: Point;
  readonly to: Point;
  /** How far along the line it begins. */
  readonly along: number;
}

/** True if a piece runs from left to right or back. */
export function isLevel({ from, to }: LinePiece): boolean {
  return Math.abs(from.y - to.y) < 0.5;
}

export function pieceLength({ from, to }: LinePiece): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
}

/** The straight parts of a line in order. */
export function piecesOf(points: readonly Point[]): readonly LinePiece[] {
  let along = 0;
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const piece = { from, to, along };
    along += pieceLength(piece);
    return piece;
  });
}

/** The parts of a line that no other line runs along: only there a name says which flow it belongs to. */
export function ownPieces(points: readonly Point[], others: readonly LinePiece[]): readonly LinePiece[] {
  return piecesOf(points).flatMap((piece) =>
    others.reduce<readonly LinePiece[]>((rest, other) => rest.flatMap((each) => without(each, other)), [piece]),
  );
}

function without(piece: LinePiece, other: LinePiece): readonly LinePiece[] {
  const level = isLevel(piece);
  if (level !== isLevel(other)) return [piece];
  const apart = level ? Math.abs(piece.from.y - other.from.y) : Math.abs(piece.from.x - other.from.x);
  if (apart > 3) return [piece];
  const at = (point: Point): number => (level ? point.x : point.y);
  const [start, end] = [at(piece.from), at(piece.to)];
  const low = Math.max(Math.min(start, end), Math.min(at(other.from), at(other.to)));
  const high = Math.min(Math.max(start, end), Math.max(at(other.from), at(other.to)));
  if (high - low < 1) return [piece];
  const [near, far] = start <= end ? [low, high] : [high, low];
  return [between(piece, start, near), between(piece, far, end)].filter((rest) => pieceLength(rest) > 4);
}

function between(piece: LinePiece, start: number, end: number): LinePiece {
  const level = isLevel(piece);
  const point = (value: number): Point => (level ? { x: value, y: piece.from.y } : { x: piece.from.x, y: value });
  const begin = level ? piece.from.x : piece.from.y;
  return { from: point(start), to: point(end), along: piece.along + Math.abs(start - begin) };
}
