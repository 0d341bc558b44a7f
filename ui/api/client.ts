import type { FileView } from '../../server/services/views/shared-views.ts';
import { problemFrom, unreachable } from './api-error.ts';
import type { ServerClock } from './server-clock.ts';
import { sendFile } from './send-file.ts';

/** The one door to the server. Every call answers the body or fails with an `ApiError`. */
export interface Client {
  readonly get: <T>(path: string, signal?: AbortSignal) => Promise<T>;
  /** A change. With the same `key` it is done once, however often it is sent. */
  readonly post: <T>(path: string, body: unknown, key: string) => Promise<T>;
  /** Replaces what is there; with `keepalive` it is still sent while the page goes. */
  readonly put: <T>(path: string, body: unknown, options?: { readonly keepalive: boolean }) => Promise<T>;
  readonly remove: (path: string) => Promise<void>;
  /** Sends one file that an answer will name; `onProgress` gets a share from 0 to 1. */
  readonly upload: (file: File, onProgress?: (share: number) => void) => Promise<FileView>;
  /** Sends one file to another place than that of files. */
  readonly sendFile: <T>(to: string, file: File, onProgress?: (share: number) => void) => Promise<T>;
  readonly clock: ServerClock;
}

/** What the client needs from outside, asked anew with each call. */
export interface ClientOptions {
  readonly clock: ServerClock;
  /** The language the texts of an answer shall have. */
  readonly language: () => string;
  /** The token of the session, where there is one. */
  readonly csrfToken: () => string | null;
  /** Called when the server no longer knows the session. */
  readonly onSessionLost: () => void;
}

/** Opens the client. It keeps no state of its own: language, token and time come from outside. */
export function openClient(options: ClientOptions): Client {
  const call = async <T>(path: string, init: RequestInit, headers: Record<string, string> = {}): Promise<T> => {
    const response = await fetch(path, {
      credentials: 'same-origin',
      ...init,
      headers: { Accept: 'application/json', 'Accept-Language': options.language(), ...headers },
    }).catch((cause: unknown) => {
      // A call that its own page gave up is no failure of the server.
      if (init.signal?.aborted) throw cause;
      throw unreachable(cause);
    });
    options.clock.learn(response.headers.get('Date'));
    return read<T>(response, options.onSessionLost);
  };
  const changing = (): Record<string, string> => {
    const token = options.csrfToken();
    return token === null ? {} : { 'X-CSRF-Token': token };
  };

  const send = <T>(to: string, file: File, onProgress?: (share: number) => void): Promise<T> =>
    sendFile(file, { to, headers: { 'Accept-Language': options.language(), ...changing() }, onProgress });

  return {
    get: (path, signal) => call(path, signal ? { signal } : {}),
    post: (path, body, key) =>
      call(
        path,
        { method: 'POST', body: JSON.stringify(body ?? {}) },
        { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...changing() },
      ),
    put: (path, body, { keepalive } = { keepalive: false }) =>
      call(
        path,
        { method: 'PUT', body: JSON.stringify(body), keepalive },
        { 'Content-Type': 'application/json', ...changing() },
      ),
    remove: async (path) => {
      await call(path, { method: 'DELETE' }, changing());
    },
    upload: (file, onProgress) => send('/api/files', file, onProgress),
    sendFile: send,
    clock: options.clock,
  };
}

/** The body of an answer. A refusal becomes an error with its code, whoever wrote it: our server or a proxy. */
async function read<T>(response: Response, onSessionLost: () => void): Promise<T> {
  const text = await response.text().catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const body = parse(text);
  if (response.ok) return body as T;
  const error = problemFrom(response.status, body);
  if (error.code === 'session.required') onSessionLost();
  throw error;
}

/** The body as JSON; null where it is something else, such as the page of a proxy. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
