/** Lines that work stands in: one at a time in each line, any number of lines at once. */
export interface Queues {
  run<T>(line: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when every line is empty. */
  idle(): Promise<void>;
}

/** Opens the lines. An empty line takes no memory. */
export function openQueues(): Queues {
  const lines = new Map<string, Promise<unknown>>();
  return {
    run(line, work) {
      const before = lines.get(line);
      const mine = before === undefined ? work() : before.then(work, work);
      const quiet = mine.then(
        () => undefined,
        () => undefined,
      );
      lines.set(line, quiet);
      void quiet.then(() => {
        if (lines.get(line) === quiet) lines.delete(line);
      });
      return mine;
    },
    async idle() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
