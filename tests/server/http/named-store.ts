import type { Store } from '../../../engine/ports/store.ts';

/** A kind of store that a suite runs on. */
export interface NamedStore {
  readonly name: string;
  /** Opens a new one. */
  open(): Promise<Store>;
}
