/** Rows by their id, and by what they belong to. */
export interface GroupedRows<T> {
  get(id: string): T | undefined;
  /** Rows that belong to a group, in the order in which they were put. */
  of(group: string): readonly T[];
  all(): readonly T[];
  /** Puts or takes away a row; the answer is what stood there. */
  put(id: string, row: T | undefined): T | undefined;
}

export function openGroupedRows<T>(groupOf: (row: T) => string | null): GroupedRows<T> {
  const rows = new Map<string, T>();
  const groups = new Map<string, Map<string, T>>();
  const leave = (id: string, row: T): void => {
    const group = groupOf(row);
    if (group === null) return;
    const members = groups.get(group);
    members?.delete(id);
    if (members?.size === 0) groups.delete(group);
  };
  const join = (id: string, row: T): void => {
    const group = groupOf(row);
    if (group === null) return;
    const members = groups.get(group) ?? new Map<string, T>();
    groups.set(group, members.set(id, row));
  };
  return {
    get: (id) => rows.get(id),
    of: (group) => [...(groups.get(group)?.values() ?? [])],
    all: () => [...rows.values()],
    put(id, row) {
      const before = rows.get(id);
      if (before !== undefined) leave(id, before);
      if (row === undefined) rows.delete(id);
      else {
        rows.set(id, row);
        join(id, row);
      }
      return before;
    },
  };
}
