import { parentPort } from 'node:worker_threads';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import elk from 'elkjs/lib/elk.bundled.js';

/** A thread of its own for the layout, which takes up to a second on a large picture and must not stop the server. */
const layouter = new elk.default();

parentPort?.on('message', ({ job, graph }: { readonly job: number; readonly graph: ElkNode }) => {
  layouter.layout(graph).then(
    (laidOut) => parentPort?.postMessage({ job, laidOut }),
    (error: unknown) => parentPort?.postMessage({ job, error: error instanceof Error ? error.message : String(error) }),
  );
});
