import type { Size } from './text-size.ts';

/** A layout as plain numbers: where each element lies and how each flow runs, from the upper left corner of the whole. */
export interface PictureLayout extends Size {
  /** By element id; the name of an element under `labelId`. */
  readonly bounds: ReadonlyMap<string, Bounds>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point, Size {}

/** The key under which the place of an element's name is kept. */
export const labelId = (id: string): string => `${id}__label`;

/** The same layout, moved. */
export function movedLayout(layout: PictureLayout, by: Point): PictureLayout {
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + by.x, y: point.y + by.y });
  return {
    ...layout,
    bounds: new Map([...layout.bounds].map(([id, bounds]) => [id, move(bounds)])),
    lines: new Map([...layout.lines].map(([id, points]) => [id, points.map(move)])),
  };
}

/** Several layouts in one, which is as large as said. */
export function joinedLayout(layouts: readonly PictureLayout[], size: Size): PictureLayout {
  return {
    ...size,
    bounds: new Map(layouts.flatMap(({ bounds }) => [...bounds])),
    lines: new Map(layouts.flatMap(({ lines }) => [...lines])),
  };
}

/** The same layout, as large as what is in it: names may hang over the edge that was planned. */
export function trimmedLayout(layout: PictureLayout): PictureLayout {
  const corners = [...layout.bounds.values()].flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  const points = [...corners, ...[...layout.lines.values()].flat()];
  if (points.length === 0) return layout;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    ...movedLayout(layout, { x: -left, y: -top }),
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
  };
}
