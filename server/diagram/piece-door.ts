import type { Point } from './picture-layout.ts';

/** A place at the edge of a piece where flows of one shape begin or end. */
export interface Door extends Point {
  readonly shape: string;
  readonly side: 'WEST' | 'EAST' | 'SOUTH';
  /** Where the line really ends, if that is further inside. */
  readonly at: Point;
}
