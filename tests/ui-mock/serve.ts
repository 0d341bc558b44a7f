/**
 * A server for working on the page without the real one: sample data, the real content security policy.
 *
 * `node dist/tests/ui-mock/serve.js`. `PORT`, `MOCK_NOW`, `MOCK_DELAY_MS` and `MOCK_FAIL=1` (answers 503) are read.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { NOW } from './clock.ts';
import { PEOPLE } from './people.ts';
import { type MockAnswer, ROUTES } from './routes.ts';
import { languageOf } from './words.ts';

const UI = join(process.cwd(), 'dist/page');
const STARTED = Date.now();
const streams = new Set<ServerResponse>();
let me: string | null = process.env['MOCK_ME'] ?? null;

const server = createServer((request, response) => {
  // The page takes the time from this header.
  response.setHeader('Date', new Date(NOW + Date.now() - STARTED).toUTCString());
  serve(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
});

server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock');
  if (url.pathname === '/api/stream') return openStream(response);
  if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/mock/')) return answerApi(request, response, url);
  if (url.pathname.startsWith('/assets/')) return sendFile(response, join(UI, url.pathname));
  return sendPage(response);
}

async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const text = await readBody(request);
  await new Promise((resolve) => setTimeout(resolve, Number(process.env['MOCK_DELAY_MS'] ?? 0)));
  const answer = route(request, url, text);
  if (answer.signIn !== undefined) me = answer.signIn;
  response.statusCode = answer.status ?? 200;
  response.setHeader(
    'Content-Type',
    answer.status && answer.status >= 400 ? 'application/problem+json' : 'application/json',
  );
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  for (const listName of answer.tell ?? []) {
    for (const stream of streams) stream.write(`data: ${JSON.stringify({ list: listName, instance: null })}\n\n`);
  }
}

function route(request: IncomingMessage, url: URL, text: string): MockAnswer {
  if (process.env['MOCK_FAIL'] && url.pathname.startsWith('/api/tasks')) return problem(503, 'store.unavailable');
  for (const { method, path, open, answer } of ROUTES) {
    const match = path.exec(url.pathname);
    if (!match || method !== request.method) continue;
    const person = PEOPLE.find(({ id }) => id === me) ?? null;
    if (!open && !person) return problem(401, 'session.required');
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : null;
    const params = match.slice(1).map(decodeURIComponent);
    return answer({
      params,
      query: url.searchParams,
      body,
      language: languageOf(request.headers['accept-language']),
      me: person,
    });
  }
  return problem(404, 'instance.not_found');
}

function problem(status: number, code: string): MockAnswer {
  return { status, body: { type: 'about:blank', title: code, status, code, detail: code } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function sendPage(response: ServerResponse): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const html = await readFile(join(UI, 'index.html'), 'utf8');
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' blob: data:; ` +
      `connect-src 'self'; font-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`,
  );
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(html.replace('__STYLE_NONCE__', nonce));
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  response.end(bytes);
}
