import { EngineError } from '../../engine/model/engine-error.ts';
import { type ServiceParts, visibleCase } from './parts.ts';
import type { Reader } from './reader.ts';

/**
 * A change after the end is a new case that takes the place of the old one, which stays as it was. Throws where the old
 * one still runs or is of another procedure. EN2
 */
export async function refuseRunning(
  parts: ServiceParts,
  reader: Reader,
  asked: { readonly workflow: string; readonly supersedes: string },
): Promise<void> {
  const old = await visibleCase(parts, reader, asked.supersedes);
  if (old.status !== 'active' && old.workflow === asked.workflow) return;
  throw new EngineError(
    'request.invalid',
    old.status === 'active'
      ? `${old.number} still runs. Change it there; only what has ended is replaced.`
      : `${old.number} belongs to another procedure. Only a case of the same procedure takes its place.`,
    { params: { number: old.number } },
  );
}
