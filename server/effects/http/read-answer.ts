import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { EffectFailure } from '../../../engine/ports/effect-handler.ts';
import type { Answer } from './exchange.ts';

/** Few headers, by names that an expression can say. The others are the business of the connection. */
const SHOWN_HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'content_type'],
  ['etag', 'etag'],
  ['last-modified', 'last_modified'],
  ['location', 'location'],
  ['x-request-id', 'request_id'],
];
const LONGEST_HEADER = 1_024;
/** Deeper than anything people made, shallower than any stack. */
const DEEPEST = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What the case gets to see of a 2xx: `{status, headers, body}`. The body is JSON if it says so and is, else text, else
 * (a picture, say) null. Fails with `answer.unreadable` for what no store keeps as it is, without showing it. HO8
 */
export function readAnswer({ status, headers, bytes }: Answer, name: string): JsonObject {
  const encoding = headers['content-encoding'] ?? 'identity';
  const body = encoding === 'identity' ? bodyOf(headers['content-type'] ?? '', bytes) : undefined;
  if (body === undefined || !isKeepable(body))
    throw new EffectFailure(
      'answer.unreadable',
      `The answer of ${name} cannot be kept: it is compressed, nested too deeply, or holds names or characters that no record may.`,
      false,
    );
  return { status, headers: shown(headers), body };
}

function shown(headers: IncomingHttpHeaders): JsonObject {
  return Object.fromEntries(
    SHOWN_HEADERS.flatMap(([header, name]) => {
      const value = headers[header];
      return typeof value === 'string' && isKeepable(value) ? [[name, value.slice(0, LONGEST_HEADER)]] : [];
    }),
  );
}

function bodyOf(type: string, bytes: Buffer): Json {
  if (bytes.length === 0) return null;
  if (/^[^;]*[/+]json\b/i.test(type)) {
    const text = bytes.toString('utf8');
    try {
      return JSON.parse(text) as Json;
    } catch {
      return text;
    }
  }
  if (type !== '' && !/^(?:text\/|application\/(?:xml|[^;]*\+xml|x-www-form-urlencoded))/i.test(type)) return null;
  return decoderOf(/charset="?([\w-]+)/i.exec(type)?.[1]).decode(bytes);
}

/** Older programs of a plant in Taiwan still say Big5. */
function decoderOf(charset = 'utf-8'): { decode(bytes: Buffer): string } {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** Walks without recursion: the depth is the stranger's choice. */
function isKeepable(value: Json): boolean {
  const rest: { readonly value: Json; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: part, depth } = next;
    if (typeof part === 'string' && !isText(part)) return false;
    if (typeof part === 'number' && !Number.isFinite(part)) return false;
    if (typeof part !== 'object' || part === null) continue;
    if (depth >= DEEPEST) return false;
    for (const [key, child] of Object.entries(part as JsonObject)) {
      if (FORBIDDEN_KEYS.has(key) || !isText(key)) return false;
      rest.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}

const isText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
