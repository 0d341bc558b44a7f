/** Sequences that starts under way have asked for, so that many of one series can share a transaction. */
export interface SequenceDesk {
  /** The sequence before the one to try: the stored highest, or the highest under way. */
  take(series: string, storedLast: number): number;
  /** A start has ended. After a refused one, those behind it were refused too, and all begin from the store again. */
  give(series: string, kept: boolean): void;
}

/**
 * Opens the desk. It only saves tries: the store refuses a sequence that is not the next one, so no number is lost
 * when a start under way fails. RT3
 */
export function openSequenceDesk(): SequenceDesk {
  const underWay = new Map<string, { highest: number; count: number }>();
  return {
    take(series, storedLast) {
      const known = underWay.get(series) ?? { highest: 0, count: 0 };
      const last = Math.max(storedLast, known.highest);
      underWay.set(series, { highest: last + 1, count: known.count + 1 });
      return last;
    },
    give(series, kept) {
      const known = underWay.get(series);
      if (known === undefined) return;
      const left = known.count - 1;
      if (left <= 0) underWay.delete(series);
      else underWay.set(series, { highest: kept ? known.highest : 0, count: left });
    },
  };
}
