import { type Json, isJsonObject } from '../../engine/model/json.ts';
import type { RecordPut } from '../../engine/ports/store.ts';
import { REGISTER_FILES } from './register-files.ts';
import { keysOfRow } from './row-references.ts';

/** A row that comes with the plant, ready to be stored: nobody changed it, and rows that it names find it. */
export function plantRow(register: string, value: Json): RecordPut {
  const file = REGISTER_FILES.get(register);
  const fields = isJsonObject(value) ? value : {};
  const id = String(fields[file?.key ?? 'id']);
  return { register, id, value, keys: file === undefined ? [] : keysOfRow(file, fields) };
}
