import type { Store } from '../../engine/ports/store.ts';
import type { ReadRegister } from './register-files.ts';
import { fieldsOf, keptOf, type RowChange, storedRow } from './row.ts';
import { keepChange, rowName } from './row-history.ts';

/** Names of rows that were removed. */
const REMOVED = 'removed-rows';

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
  await store.putRecord({ register: REMOVED, id: rowName(register.id, id), value: { at } });
  return store.removeRecordAt(register.id, id, marked.rev);
}

/** Which of these ids were rows that were removed. They are not given again: the history of two things would be one. */
export async function removedAmong(
  store: Store,
  register: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const names = new Map(ids.map((id) => [rowName(register, id), id]));
  const found = await store.getRecords(REMOVED, [...names.keys()]);
  return new Set([...found.keys()].flatMap((name) => names.get(name) ?? []));
}
