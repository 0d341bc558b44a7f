import { Worker } from 'node:worker_threads';
import type { ElkNode } from 'elkjs/lib/elk-api.js';

interface Waiting {
  readonly resolve: (laidOut: ElkNode) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly job: number;
  readonly laidOut?: ElkNode;
  readonly error?: string;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let jobs = 0;

/**
 * Lays out a graph in a thread beside the server. The same graph gets the same layout.
 *
 * The thread is started at the first call and kept; it keeps no process alive while it has nothing to do.
 */
export function runElk(graph: ElkNode): Promise<ElkNode> {
  const worker = thread ?? startThread();
  jobs += 1;
  const job = jobs;
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.set(job, { resolve, reject });
    worker.postMessage({ job, graph });
  });
}

function startThread(): Worker {
  const worker = new Worker(new URL('./elk-thread.js', import.meta.url));
  thread = worker;
  worker.on('message', (answer: Answer) => settle(worker, answer));
  worker.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new Error('The layout thread ended.')));
  return worker;
}

function settle(worker: Worker, { job, laidOut, error }: Answer): void {
  const asked = waiting.get(job);
  waiting.delete(job);
  if (waiting.size === 0) worker.unref();
  if (laidOut === undefined) asked?.reject(new Error(error));
  else asked?.resolve(laidOut);
}

/** A broken thread answers nobody any more; the next call starts another. */
function failAll(error: Error): void {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
