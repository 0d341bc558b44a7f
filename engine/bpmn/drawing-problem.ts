import type { Problem } from '../model/problem.ts';

/** Why a workflow cannot be drawn. The list is closed: each code has a sentence in the docs and a fixture in the tests. BP12 */
export const DRAWING_CODES = [
  'drawing.history',
  'drawing.always_mixed',
  'drawing.always_no_target',
  'drawing.target_outside',
  'drawing.region_atomic',
  'drawing.region_final',
  'drawing.region_events',
  'drawing.unreachable',
  'drawing.internal_outcome',
  'drawing.mixed_internal',
  'drawing.dead_state',
  'drawing.duplicate_id',
  'drawing.bad_target',
  'drawing.kind_mixed',
  'drawing.bad_initial',
  'drawing.bad_name',
  'drawing.empty_list',
  'drawing.root',
] as const;

export type DrawingCode = (typeof DRAWING_CODES)[number];

/** Where something cannot be drawn, why, and what to do. */
export interface Obstacle {
  readonly path: string;
  readonly code: DrawingCode;
  readonly message: string;
}

/** The problem that an obstacle is, for the reader of the file. */
export function asProblem({ path, code, message }: Obstacle): Problem {
  return { path, code, message, severity: 'error' };
}
