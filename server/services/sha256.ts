import { createHash } from 'node:crypto';

/** The hash that the engine is given, and that ids of cases derive from: lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
