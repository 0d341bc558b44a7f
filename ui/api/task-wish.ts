import type { TaskOrder } from './task-order.ts';

/** What of a box is wanted, and in which order. Null and empty: everything. */
export interface TaskWish {
  readonly order: TaskOrder;
  readonly workflow: string | null;
  /** A part of number or subject. */
  readonly q: string;
}

/** A whole box, what is most urgent first. */
export const WHOLE_BOX: TaskWish = { order: 'due', workflow: null, q: '' };

/** True where tasks of the box may be left out. */
export function isNarrowed({ workflow, q }: TaskWish): boolean {
  return workflow !== null || q !== '';
}

/** What stands of a wish in an address. What everybody wants is not said. */
export function wishInAddress({ order, workflow, q }: TaskWish): Readonly<Record<string, string | null>> {
  return { sort: order === 'due' ? null : order, workflow, q };
}
