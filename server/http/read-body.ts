import type { Request } from 'express';
import { EngineError } from '../../engine/model/engine-error.ts';
import { LARGEST_BODY_BYTES, readSafeJson } from './safe-json.ts';

/** Reads a JSON body, counting while it comes. Throws `request.too_large` as soon as it is. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const tooLarge = () =>
    new EngineError(
      'request.too_large',
      `The body is larger than ${LARGEST_BODY_BYTES / 1024} kB. Send less, or attach a file.`,
    );
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  if (size === 0) return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new EngineError('request.invalid', 'The body must be JSON. Send it with the content type application/json.');
  }
  return readSafeJson(Buffer.concat(chunks).toString('utf8'));
}
