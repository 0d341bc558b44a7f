import type { BoardCase } from './board-rows.ts';

/** Running cases by every name that they hold. */
export interface CaseIndex {
  /** Cases that hold one of these names, by number. */
  holding(names: readonly string[]): readonly BoardCase[];
  /** Puts or takes away a case; the answer are all names that it held or holds. */
  put(id: string, found: BoardCase | undefined): readonly string[];
}

export function openCaseIndex(): CaseIndex {
  const cases = new Map<string, BoardCase>();
  const byName = new Map<string, Set<string>>();
  return {
    holding(names) {
      const found = new Set(names.flatMap((name) => [...(byName.get(name) ?? [])]));
      return [...found].flatMap((id) => cases.get(id) ?? []).sort((a, b) => a.number.localeCompare(b.number));
    },
    put(id, found) {
      const before = [...(cases.get(id)?.names ?? [])];
      const after = [...(found?.names ?? [])];
      for (const name of before) {
        byName.get(name)?.delete(id);
        if (byName.get(name)?.size === 0) byName.delete(name);
      }
      for (const name of after) byName.set(name, (byName.get(name) ?? new Set()).add(id));
      if (found === undefined) cases.delete(id);
      else cases.set(id, found);
      return [...before, ...after];
    },
  };
}
