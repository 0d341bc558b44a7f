/** What changed, with whom it concerns: never handed on as it is, only used to decide whom to wake. */
export type Change =
  | {
      readonly kind: 'case';
      readonly instance: string;
      readonly viewers: readonly string[];
      /** Left out where no step was made: somebody wrote a comment. */
      readonly workflow?: string;
    }
  /** A row of a register was written or taken away. */
  | { readonly kind: 'row'; readonly register: string; readonly id: string }
  /** What *Make* and the plan show may have changed; what came together is told once. */
  | { readonly kind: 'make' }
  | { readonly kind: 'told'; readonly person: string };

/** Wakes open pages of this server. A hint only: a page that missed one asks again by itself. */
export interface Changes {
  tell(change: Change): void;
  /** Calls back at each change until the returned function is called. */
  listen(onChange: (change: Change) => void): () => void;
  /** Calls back when all lines are to end, unless the returned function was called. */
  onClose(work: () => void): () => void;
  /** Ends every open line, for a clean shutdown. */
  close(): void;
}

export function openChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  const closers = new Set<() => void>();
  return {
    tell(change) {
      for (const listener of listeners) listener(change);
    },
    listen(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onClose(work) {
      closers.add(work);
      return () => closers.delete(work);
    },
    close() {
      for (const work of closers) work();
      closers.clear();
      listeners.clear();
    },
  };
}
