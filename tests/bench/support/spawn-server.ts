import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server that runs as a program of its own. */
export interface SpawnedServer {
  readonly origin: string;
  /** From the start of the program until it said that it is ready. */
  readonly readyMs: number;
  /** Ends it and resolves when it is gone. */
  close(): Promise<void>;
}

/** A start that takes longer is a failure: loading the demo plant takes a few seconds. */
const MOST_MS = 60_000;
const READY = /ready: (http:\/\/\S+)/;

/** Starts a script and resolves when it prints `… ready: http://…`. Rejects with what it printed if it ends before. */
export function spawnServer(script: string, env: { readonly [name: string]: string }): Promise<SpawnedServer> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A bench that dies must not leave a server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const alarm = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    listen(child, (line) => {
      said.push(line);
      const origin = READY.exec(line)?.[1];
      if (origin === undefined) return;
      clearTimeout(alarm);
      resolve({
        origin,
        readyMs: performance.now() - startedAt,
        async close() {
          child.kill('SIGTERM');
          await gone;
        },
      });
    });
    void gone.then(() => {
      clearTimeout(alarm);
      reject(new Error(`${script} ended before it was ready:\n${said.slice(-20).join('\n')}`));
    });
  });
}

function listen(child: ChildProcess, take: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) createInterface({ input: stream }).on('line', take);
}
