import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the target saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real program on loopback that answers as it is told. */
export interface TestTarget {
  readonly port: number;
  readonly seen: readonly Seen[];
  /** Resolves when the next request has come in whole. */
  asked(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it on a port, a free one if none is given. `answer` gets the number of the request, counted from one. */
export async function openTarget(
  answer: (response: ServerResponse, call: number) => void,
  port = 0,
): Promise<TestTarget> {
  const seen: Seen[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      answer(response, seen.length);
      for (const wake of waiting) wake();
      waiting.clear();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    asked: () => new Promise((resolve) => waiting.add(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
