import { EngineError } from '../../../engine/model/engine-error.ts';

/** Why a whole file is refused. */
export type FileRefusal =
  | 'empty'
  | 'encoding'
  | 'utf16'
  | 'binary'
  | 'quote_open'
  | 'sheet_broken'
  | 'sheet_too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'key_missing'
  | 'interrupted'
  | 'stale';

/** A file that cannot be imported, with the place. The sentence is made where the reader's language is known. */
export function refuseFile(
  reason: FileRefusal,
  params: { readonly [name: string]: string | number } = {},
): EngineError {
  return new EngineError('import.refused', `The file cannot be imported (${reason}).`, {
    params: { reason, ...params },
  });
}
