import type { Store } from '../../engine/ports/store.ts';
import type { ReadRegister } from './register-files.ts';
import { fieldsOf, keptOf, type RowChange, storedRow } from './row.ts';
import { keepChange, RECORD_HISTORY, rowName } from './row-history.ts';

export interface RowRemoval {
  readonly register: ReadRegister;
  readonly id: string;
  /** The revision that was read. */
  readonly rev: number;
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

/**
 * Takes a row out of its register; its history stays. False: it is not at that revision any more.
 *
 * The row says first that it is removed, as a revision of its own, and goes then: whoever changes it in between wins, and
 * the history is whole though the server dies in between.
 */
export async function removeRow(store: Store, { register, id, rev, at, by, reason }: RowRemoval): Promise<boolean> {
  const row = await store.getRecord(register.id, id);
  if (row === undefined || row.rev !== rev) return false;
  const kept = keptOf(row.value);
  const fields = fieldsOf(row.value);
  if (kept.change !== null) await keepChange(store, kept.change);
  const change: RowChange = {
    register: register.id,
    id,
    rev: rev + 1,
    at,
    by,
    instance: null,
    old: fields,
    new: fields,
    reason,
    removed: true,
  };
  const marked = await store.putRecord({
    register: register.id,
    id,
    value: storedRow(fields, { ...kept, change }),
    keys: row.keys,
    expect: rev,
  });
  if (marked.kind !== 'stored') return false;
  await keepChange(store, change);
  return store.removeRecordAt(register.id, id, marked.rev);
}

/** True if a row of that id was removed before. Its id is not given again: the history of two things would be one. */
export async function wasRemoved(store: Store, register: string, id: string): Promise<boolean> {
  const page = await store.listRecords({ register: RECORD_HISTORY, key: rowName(register, id), limit: 1 });
  return page.items.length > 0;
}
