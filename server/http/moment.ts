import { EngineError } from '../../engine/model/engine-error.ts';
import type { JsonObject } from '../../engine/model/json.ts';

/** The moment in a member of a body, in milliseconds. Its schema asks for the form; a day that no month has is refused here. */
export function momentOf(body: JsonObject, name: string): number {
  const at = Date.parse(String(body[name]));
  if (Number.isFinite(at)) return at;
  const message = `"${name}" is not a moment that exists. Write it like 2026-11-25T08:00:00Z.`;
  throw new EngineError('request.invalid', message, {
    problems: [{ path: `/${name}`, code: 'request.format', message }],
  });
}
