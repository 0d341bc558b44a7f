import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Target } from './check-target.ts';

export interface Outgoing {
  readonly method: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | null;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** More than any plant program says of one order; the case that keeps it may hold 2 MB. */
export const LARGEST_ANSWER_BYTES = 1_024 * 1_024;

/**
 * One request and its answer, over a connection of its own to an address that was checked. Follows no redirect.
 *
 * Only a 2xx has its body read. Fails with `target.unreachable` or `target.silent`, which may pass, and with
 * `target.untrusted` or `answer.too_large`, which do not; after the latter what was asked is done.
 */
export function exchange(target: Target, { method, headers, body, signal }: Outgoing): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (target.url.protocol === 'https:' ? requestHttps : requestHttp)({
      hostname: target.host,
      port: target.port,
      path: `${target.url.pathname}${target.url.search}`,
      method,
      headers: { ...headers, host: target.url.host.replace(/\.(?=:|$)/, '') },
      // Never a connection that was opened for somebody else, whose address nobody checked.
      agent: false,
      lookup: lookupOf(target),
      signal,
    });
    const fail = (cause?: unknown): void =>
      reject(signal.aborted ? silent(target) : isUntrusted(cause) ? untrusted(target) : unreachable(target));
    request.on('error', fail);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      response.on('error', fail);
      if (status >= 200 && status < 300)
        return void readBytes(response, target).then(
          (bytes) => resolve({ status, headers: response.headers, bytes }),
          (error: unknown) => (error instanceof EffectFailure ? reject(error) : fail()),
        );
      response.destroy();
      resolve({ status, headers: response.headers, bytes: Buffer.alloc(0) });
    });
    request.end(body ?? undefined);
  });
}

/** Hands out what was checked, whatever the name service would say by now. HO5 */
function lookupOf({ addresses }: Target): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

async function readBytes(response: IncomingMessage, target: Target): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection: nothing more is taken.
    if (size > LARGEST_ANSWER_BYTES)
      throw new EffectFailure(
        'answer.too_large',
        `The answer of ${target.name} is larger than 1 MB. Ask for less.`,
        false,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What OpenSSL and Node say of a certificate that proves nothing. */
function isUntrusted(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^ERR_TLS_CERT|^CERT_|SELF_SIGNED|^UNABLE_TO_(?:GET_ISSUER|VERIFY)/.test(code);
}

const untrusted = ({ name }: Target): EffectFailure =>
  new EffectFailure(
    'target.untrusted',
    `The certificate of ${name} is not trusted, is out of date, or belongs to another name. Nothing was sent.`,
    false,
  );

const silent = ({ name }: Target): EffectFailure =>
  new EffectFailure('target.silent', `${name} did not answer in time.`, true);

const unreachable = ({ name }: Target): EffectFailure =>
  new EffectFailure('target.unreachable', `${name} cannot be reached, or broke off.`, true);
