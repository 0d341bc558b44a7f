import type { Store } from '../../engine/ports/store.ts';

/** The process is dead: nothing after this runs. Thrown by a crashing store, caught by the test's driver alone. */
export class Crash extends Error {}

/** Where to die: at the n-th call, before it reaches the store or after the store has done it. */
export interface CrashPoint {
  readonly call: number;
  readonly when: 'before' | 'after';
}

export interface CrashingStore {
  readonly store: Store;
  /** Calls so far. */
  calls(): number;
  /** Set once it died: every later call dies too, as from a dead process. */
  died(): boolean;
}

/** A store that dies at one of its calls. What it had written stays written. */
export function openCrashingStore(inner: Store, point: CrashPoint | null): CrashingStore {
  let count = 0;
  let dead = false;
  const wrap =
    (name: string, call: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      count += 1;
      const here = point !== null && count === point.call;
      if (dead || (here && point.when === 'before')) {
        dead = true;
        throw new Crash(`died before call ${count} (${name})`);
      }
      const result = await call(...args);
      if (here) {
        dead = true;
        throw new Crash(`died after call ${count} (${name})`);
      }
      return result;
    };
  const store = Object.fromEntries(
    Object.entries(inner).map(([name, value]) => [
      name,
      typeof value === 'function' && name !== 'close' ? wrap(name, value as never) : value,
    ]),
  ) as unknown as Store;
  return { store, calls: () => count, died: () => dead };
}
