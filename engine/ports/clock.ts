/** The only source of time. Tests move it by hand. */
export interface Clock {
  /** Milliseconds UTC. */
  now(): number;
  /** Resolves after a while, or at once when the signal aborts. Never asked for more than one poll. */
  after(ms: number, signal: AbortSignal): Promise<void>;
}
