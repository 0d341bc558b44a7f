/**
 * Commands that were just looked for and not found, so that the commit which follows need not look again.
 *
 * It only saves a round trip, and only where the commit itself finds out: an instance of at most 64 revisions remembers
 * all its commands, and the write that decides asks it.
 */
export interface AbsentCommands {
  note(id: string): void;
  /** True once after `note`. */
  take(id: string): boolean;
}

const MOST = 1_000;

/** Opens the list; the oldest ids fall out of it. */
export function openAbsentCommands(): AbsentCommands {
  const ids = new Set<string>();
  return {
    note(id) {
      ids.add(id);
      const oldest = ids.size > MOST ? ids.values().next().value : undefined;
      if (oldest !== undefined) ids.delete(oldest);
    },
    take: (id) => ids.delete(id),
  };
}
