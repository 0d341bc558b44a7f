import { isLevel, type LinePiece, piecesOf } from './line-pieces.ts';
import type { PictureLayout, Point } from './picture-layout.ts';

const CROSSING = 80;
const BEND = 12;
const AGAINST_ORDER = 1_000;
const LENGTH = 1 / 12;
const AREA = 1 / 4_000;

/**
 * How hard a layout is to read: crossings, bends, long lines, size, and flows that run to the left although the file
 * writes where they lead further down (`onward`). Smaller is better; only compare layouts of one graph.
 */
export function rateLayout(layout: PictureLayout, flows: readonly string[], onward: ReadonlySet<string>): number {
  const lines = flows.map((id) => piecesOf(layout.lines.get(id) ?? []));
  const against = flows.filter((id) => onward.has(id) && runsBack(layout.lines.get(id) ?? [])).length;
  const bends = lines.reduce((sum, pieces) => sum + Math.max(0, pieces.length - 1), 0);
  const length = lines.flat().reduce((sum, { from, to }) => sum + Math.abs(from.x - to.x) + Math.abs(from.y - to.y), 0);
  return (
    countCrossings(lines) * CROSSING +
    against * AGAINST_ORDER +
    bends * BEND +
    length * LENGTH +
    layout.width * layout.height * AREA
  );
}

function runsBack(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && last.x < first.x;
}

function countCrossings(lines: readonly (readonly LinePiece[])[]): number {
  const level = lines.flatMap((pieces, line) => pieces.filter(isLevel).map((piece) => ({ piece, line })));
  const upright = lines.flatMap((pieces, line) =>
    pieces.filter((piece) => !isLevel(piece)).map((piece) => ({ piece, line })),
  );
  return level.reduce(
    (sum, one) => sum + upright.filter((other) => other.line !== one.line && cross(one.piece, other.piece)).length,
    0,
  );
}

function cross(level: LinePiece, upright: LinePiece): boolean {
  const within = (value: number, one: number, other: number): boolean =>
    value > Math.min(one, other) + 1 && value < Math.max(one, other) - 1;
  return within(upright.from.x, level.from.x, level.to.x) && within(level.from.y, upright.from.y, upright.to.y);
}
