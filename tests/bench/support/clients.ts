/** How a run of clients ended. */
export interface ClientsRun {
  /** Rounds that were finished, by all clients together. */
  readonly rounds: number;
  readonly elapsedMs: number;
  /** Time on all cores of this program, which noise of others changes little. */
  readonly cpuMs: number;
}

export interface ClientsPlan {
  readonly clients: number;
  /** No client begins another round after this. */
  readonly forMs: number;
}

/**
 * Runs a closed loop: each client does one round after the other and waits for its end.
 *
 * A round that was begun is finished, so the time counted runs to the end of the last one.
 */
export async function runClients(plan: ClientsPlan, round: (client: number) => Promise<void>): Promise<ClientsRun> {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  let rounds = 0;
  const client = async (index: number): Promise<void> => {
    while (performance.now() - startedAt < plan.forMs) {
      await round(index);
      rounds += 1;
    }
  };
  await Promise.all(Array.from({ length: plan.clients }, (_, index) => client(index)));
  const used = process.cpuUsage(cpu);
  return { rounds, elapsedMs: performance.now() - startedAt, cpuMs: (used.user + used.system) / 1000 };
}

/** Rounds in a second. */
export function perSecond(run: ClientsRun): number {
  return (run.rounds * 1000) / run.elapsedMs;
}
