import { type Json, ownValue } from '../../../engine/model/json.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { IMPORTS, importOf } from './import-row.ts';

/** Which import is applied to a register now: one at a time, or a row would be of this file and its neighbour of another. */
const LOCKS = 'import-locks';

/** True if the register is this import's until it is released. A lock whose import has ended is nobody's. */
export async function takeRegister(store: Store, register: string, id: string): Promise<boolean> {
  const lock = await store.getRecord(LOCKS, register);
  const holder = ownValue(lock?.value, 'import');
  if (holder === id) return true;
  if (typeof holder === 'string' && (await isAtWork(store, holder))) return false;
  const result = await putLock(store, register, { import: id, expect: lock?.rev ?? 0 });
  return result;
}

/** Lets the next one in. */
export async function releaseRegister(store: Store, register: string, id: string): Promise<void> {
  const lock = await store.getRecord(LOCKS, register);
  if (ownValue(lock?.value, 'import') !== id || (await isAtWork(store, id))) return;
  await putLock(store, register, { import: null, expect: lock?.rev ?? 0 });
}

async function isAtWork(store: Store, id: string): Promise<boolean> {
  const record = await store.getRecord(IMPORTS, id);
  return record !== undefined && importOf(record).value.state === 'applying';
}

async function putLock(
  store: Store,
  register: string,
  { import: holder, expect }: { readonly import: string | null; readonly expect: number },
): Promise<boolean> {
  const value: Json = { import: holder };
  return (await store.putRecord({ register: LOCKS, id: register, value, expect })).kind === 'stored';
}
