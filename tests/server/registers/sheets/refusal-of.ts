import { isEngineError } from '../../../../engine/model/engine-error.ts';

/** Why a file was refused, with the place. */
export function refusalOf(work: () => unknown): { readonly [name: string]: string | number } {
  try {
    work();
  } catch (error) {
    if (isEngineError(error, 'import.refused')) return error.params;
    throw error;
  }
  return {};
}
