import type { Json } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { keptOf, type RowChange } from './row.ts';

/** Changes of rows, one row each; found by the key `register/id`. */
export const RECORD_HISTORY = 'record-history';

/** The name of a row among all rows. */
export function rowName(register: string, id: string): string {
  return `${register}/${id}`;
}

/** Revisions sort as numbers. */
function changeId(register: string, id: string, rev: number): string {
  return `${rowName(register, id)}/${String(rev).padStart(9, '0')}`;
}

/** Keeps a change that is about to be written over. Twice is harmless: a revision has one change. */
export async function keepChange(store: Store, change: RowChange): Promise<void> {
  await store.putRecord({
    register: RECORD_HISTORY,
    id: changeId(change.register, change.id, change.rev),
    value: change as unknown as Json,
    keys: [rowName(change.register, change.id)],
    expect: 0,
  });
}

/** The change that made a revision, or undefined where it was imported. */
export async function changeOf(
  store: Store,
  row: { readonly register: string; readonly id: string; readonly rev: number },
): Promise<RowChange | undefined> {
  const current = await store.getRecord(row.register, row.id);
  const latest = current === undefined ? null : keptOf(current.value).change;
  if (latest?.rev === row.rev) return latest;
  const found = await store.getRecord(RECORD_HISTORY, changeId(row.register, row.id, row.rev));
  return found?.value as unknown as RowChange | undefined;
}

/** Changes of a row, latest first, at most `limit`; the first is the one that the row itself carries. */
export async function listChanges(
  store: Store,
  row: { readonly register: string; readonly id: string },
  limit: number,
): Promise<readonly RowChange[]> {
  const current = await store.getRecord(row.register, row.id);
  const older = await store.listRecords({
    register: RECORD_HISTORY,
    key: rowName(row.register, row.id),
    limit: limit + 1,
    descending: true,
  });
  const past = older.items.map((item) => item.value as unknown as RowChange);
  const latest = current === undefined ? null : keptOf(current.value).change;
  // A change that was kept by a writer who then lost the race stands in both.
  return [...(latest === null ? [] : [latest]), ...past.filter((change) => change.rev !== latest?.rev)].slice(0, limit);
}
