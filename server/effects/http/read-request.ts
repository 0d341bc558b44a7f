import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { isJsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';

/** What a workflow asks for, checked. */
export interface WebhookRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | null;
  readonly timeoutMs: number;
  /** Null: the unnamed secret, if there is one. */
  readonly secret: string | null;
}

export const DEFAULT_TIMEOUT_MS = 10_000;
/** The worker's lease outlasts it, so that a slow target fails by its own name. */
export const LONGEST_TIMEOUT_MS = 20_000;
const LARGEST_REQUEST_BYTES = 256 * 1_024;
const MOST_HEADERS = 20;

/** Of the connection, of the signature, or credentials, which a workflow file and a history must not hold. */
const OUR_HEADERS =
  /^(?:host|connection|keep-alive|transfer-encoding|content-length|te|trailer|upgrade|expect|accept-encoding|user-agent|cookie|authorization|proxy-.*|webhook-.*)$/i;

/** Reads an input that fits the schema. Fails with `input.invalid` or `request.too_large`, never to be tried again. HO7 */
export function readRequest(input: JsonObject): WebhookRequest {
  const method = String(input['method']);
  const given: JsonObject = isJsonObject(input['headers']) ? input['headers'] : {};
  const sent = writeBody(input['body'] ?? null);
  if (sent !== null && method === 'GET') throw invalid('A GET carries no body. Leave it out, or use POST.');
  if (Buffer.byteLength(sent?.text ?? '') > LARGEST_REQUEST_BYTES)
    throw new EffectFailure('request.too_large', 'The body of the request is larger than 256 kB. Send less.', false);
  return {
    method,
    url: String(input['url']),
    headers: { ...(sent === null ? {} : { 'content-type': sent.type }), ...readHeaders(given) },
    body: sent?.text ?? null,
    timeoutMs: typeof input['timeoutMs'] === 'number' ? input['timeoutMs'] : DEFAULT_TIMEOUT_MS,
    secret: typeof input['secret'] === 'string' ? input['secret'] : null,
  };
}

/** Text goes as it is, everything else as JSON. Null is no body: a missing value of an expression is null. */
function writeBody(body: Json): { readonly text: string; readonly type: string } | null {
  if (body === null) return null;
  return typeof body === 'string'
    ? { text: body, type: 'text/plain; charset=utf-8' }
    : { text: JSON.stringify(body), type: 'application/json' };
}

function readHeaders(given: JsonObject): { readonly [name: string]: string } {
  const entries = Object.entries(given);
  if (entries.length > MOST_HEADERS) throw invalid(`A request has at most ${MOST_HEADERS} headers of its own.`);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!/^[A-Za-z0-9-]{1,64}$/.test(name)) throw invalid('The name of a header is made of letters, digits and "-".');
      if (OUR_HEADERS.test(name))
        throw invalid(`The header "${name}" is not for a workflow to set. Leave it out; see docs/webhooks.md.`);
      // A line break here would begin a header, or a request, of the writer's own.
      if (!/^[\x20-\x7e]{0,1024}$/.test(String(value)))
        throw invalid(`The header "${name}" must be one line of plain ASCII text. Correct it.`);
      return [name.toLowerCase(), String(value)];
    }),
  );
}

const invalid = (message: string): EffectFailure => new EffectFailure('input.invalid', message, false);
